package dev.rapport.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OutsideIT extends ServiceIT {

  private static final String HERE = "/my/follow-ups";

  @Test
  void whom_one_met_outside_any_event_is_on_the_page_of_both_with_a_draft() {
    haveMet();
    conference.meetOutside("ben", "ana", conference.noon);
    await().until(() -> page("ana", "en").contains("data-about=\"met\""));
    assertThat(page("ana", "en"))
        .contains("Dr. ben &lt;b&gt;", "outside any event", "good to meet you.", "Jazz")
        .contains("action=\"/my/contacts/" + contact("ben") + "/interactions\"")
        .doesNotContain("Autumn Congress");
    assertThat(page("ana", "de")).contains("außerhalb von Veranstaltungen");
    await().until(() -> page("ben", "en").contains("data-about=\"met\""));
    var due = due("ana").get(0);
    assertThat(due.path("about").asString()).isEqualTo("met");
    assertThat(due.path("person").asString()).isEqualTo(contact("ben"));
    assertThat(due.path("lastInTouch").asString()).isEqualTo(conference.noon.toString());
    assertThat(due.path("draft").asString()).contains("it was good to meet you");
    assertThat(due.has("event")).isFalse();
  }

  @Test
  void the_line_goes_when_they_were_in_touch_or_the_owner_leaves_it_or_after_a_month() {
    haveMet();
    await().until(() -> !due("ana").isEmpty());
    assertThat(tap("ana", "leave")).contains("Saved").doesNotContain("data-about=\"met\"");
    assertThat(tap("ana", "leave")).contains("Saved");
    var again = conference.noon.plus(Duration.ofDays(1));
    CLOCK.set(again);
    conference.meetOutside("ana", "ben", again);
    await().until(() -> !due("ana").isEmpty());
    conference.repeatsItself();
    conference.logs("ana", "ben", "greet", again.plusSeconds(60));
    await().until(() -> due("ana").isEmpty());

    conference.meetOutside("ana", "ben", again.plusSeconds(90));
    await().until(() -> !due("ana").isEmpty());
    CLOCK.set(again.plus(Duration.ofDays(31)));
    assertThat(due("ana")).isEmpty();
  }

  @Test
  void it_comes_in_the_mail_of_an_owner_who_agreed_to_be_reminded() {
    conference.isAnnounced();
    conference.registers("chi", List.of());
    conference.meet("ana", "chi");
    haveMet("nurture");
    awaitState("waiting", "ana", "chi");
    await().until(() -> !due("ana").isEmpty());
    CLOCK.set(conference.ends);
    var ask = awaitAsk("ana", "list", conference.dayAfter(0));
    var items = ask.path("items").valueStream().toList();
    assertThat(items).hasSize(2);
    var line = items.getFirst();
    assertThat(line.path("about").asString()).isEqualTo("cadence");
    assertThat(line.path("person").asString()).isEqualTo(contact("ben"));
    assertThat(line.path("metOutside").asString()).isEqualTo(conference.noon.toString());
    assertThat(line.path("topics").get(0).asString()).isEqualTo("Jazz");

    conference.logs("ana", "ben", "greet", conference.ends);
    await()
        .until(
            () ->
                conference.asksFor("ana").stream()
                    .filter(a -> a.path("kind").asString().equals("cancel"))
                    .flatMap(a -> a.path("items").valueStream())
                    .anyMatch(i -> i.path("followUp").equals(line.path("followUp"))));
  }

  @Test
  void a_cadence_that_is_over_says_that_they_met_outside_any_event_once() {
    haveMet("nurture");
    await().until(() -> !due("ana").isEmpty());
    var tie = "/people/%s/ties/%s".formatted(conference.external("ana"), contact("ben"));
    platform().put(tie + "/cadence", Map.of("days", 5));
    CLOCK.set(conference.noon.plus(Duration.ofDays(6)));
    var due = due("ana");
    assertThat(due).hasSize(1);
    assertThat(due.get(0).path("about").asString()).isEqualTo("cadence");
    assertThat(page("ana", "en")).contains("losing touch", "outside any event");
  }

  @Test
  void an_erasure_leaves_no_line() {
    haveMet();
    await().until(() -> !due("ana").isEmpty());
    conference.erases("ben");
    await().until(() -> due("ana").isEmpty());
  }

  /** Ana says that she met Ben on a train, at noon. */
  private void haveMet(String... agreed) {
    conference.registers("ana", List.of("Jazz"), agreed);
    conference.registers("ben", List.of("Jazz"));
    CLOCK.set(conference.noon);
    conference.meetOutside("ana", "ben", conference.noon);
    await().until(() -> platform().get(path("ana")).status() == 200);
    await().until(() -> platform().get(path("ben")).status() == 200);
  }

  private JsonNode due(String name) {
    return platform().get(path(name)).body().path("items");
  }

  private String path(String name) {
    return "/people/" + conference.external(name) + "/due";
  }

  private String page(String name, String language) {
    return platform().open(HERE, KEYS.cookie(conference.person(name), language)).body();
  }

  private String tap(String name, String act) {
    var form = Map.of("item", contact("ben"), "act", act);
    return platform().submit(HERE, KEYS.cookie(conference.person(name), "en"), form).body();
  }

  private String contact(String name) {
    return conference.person(name).toString();
  }
}
