package dev.rapport.contacts.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.access.Problem;
import dev.rapport.contacts.person.Wishes.Channel;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CardsTest {

  @Test
  void topics_are_written_so_that_the_same_are_equal() {
    assertThat(Topics.read("seeks", List.of("Kafka", " KAFKA ", "Event  sourcing", "ﬁnance")))
        .containsExactly("kafka", "event sourcing", "finance");
    assertThat(Topics.read("seeks", null)).isNull();
    assertThat(Topics.read("seeks", List.of())).isEmpty();
  }

  @Test
  void topics_are_short_few_and_hold_no_links() {
    assertRefused(() -> Topics.read("seeks", List.of("a".repeat(51))));
    assertRefused(() -> Topics.read("seeks", List.of(" ")));
    assertRefused(() -> Topics.read("seeks", List.of("see www.example.org")));
    assertRefused(() -> Topics.read("seeks", Collections.singletonList(null)));
    assertRefused(
        () ->
            Topics.read(
                "seeks", java.util.stream.IntStream.range(0, 21).mapToObj(i -> "t" + i).toList()));
  }

  @Test
  void a_handle_names_a_user_and_a_server() {
    assertThat(Cards.mastodon("m", "@Ana@Social.Example")).isEqualTo("Ana@social.example");
    assertThat(Cards.mastodon("m", "")).isEmpty();
    assertRefused(() -> Cards.mastodon("m", "ana"));
    assertRefused(() -> Cards.mastodon("m", "ana@social.example/path"));
    assertRefused(() -> Cards.mastodon("m", "ana@" + "a".repeat(200)));
  }

  @Test
  void a_profile_page_is_on_the_networks_own_site() {
    var page = "https://www.linkedin.com/in/ana";
    assertThat(Cards.page("p", page, "linkedin.com")).isEqualTo(page);
    assertRefused(() -> Cards.page("p", "http://linkedin.com/in/ana", "linkedin.com"));
    assertRefused(() -> Cards.page("p", "https://linkedin.com.evil.example/in", "linkedin.com"));
    assertRefused(() -> Cards.page("p", "https://linkedin.com@evil.example/in", "linkedin.com"));
    assertRefused(() -> Cards.page("p", "https://evillinkedin.com/in", "linkedin.com"));
    assertRefused(() -> Cards.page("p", "javascript:alert(1)", "linkedin.com"));
  }

  @Test
  void a_telephone_number_is_one() {
    assertThat(Cards.phone("p", "+43 (1) 000-000")).isEqualTo("+43 (1) 000-000");
    assertRefused(() -> Cards.phone("p", "call me"));
    assertRefused(() -> Cards.phone("p", "1".repeat(51)));
  }

  @Test
  void channels_come_in_the_persons_order_each_once() {
    assertThat(Cards.channels("c", List.of("mastodon", "email")))
        .containsExactly(Channel.mastodon, Channel.email);
    assertRefused(() -> Cards.channels("c", List.of("email", "email")));
    assertRefused(() -> Cards.channels("c", List.of("fax")));
  }

  private static void assertRefused(ThrowingCallable reading) {
    assertThatThrownBy(reading).isInstanceOf(Problem.class);
  }
}
