package dev.rapport.followup.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.followup.plan.Person.Consent;
import dev.rapport.followup.plan.Person.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PersonTest {

  private static final UUID HERE = new UUID(8, 1);
  private static final UUID ELSEWHERE = new UUID(8, 2);

  private static boolean agrees(Consent... consents) {
    return new Person(HERE, 1, "x", 1, "X", "en", null, List.of(consents), Profile.NONE, false)
        .agreesTo(Purpose.WRITE_IN_MY_NAME, HERE);
  }

  private static Consent says(boolean given, int second) {
    return new Consent(Purpose.WRITE_IN_MY_NAME, null, given, Instant.ofEpochSecond(second));
  }

  private static Consent saysHere(boolean given, int second) {
    return new Consent(Purpose.WRITE_IN_MY_NAME, HERE, given, Instant.ofEpochSecond(second));
  }

  @Test
  void no_word_means_no() {
    assertThat(agrees()).isFalse();
  }

  @Test
  void a_word_about_this_event_or_about_all_counts() {
    assertThat(agrees(says(true, 1))).isTrue();
    assertThat(agrees(saysHere(true, 1))).isTrue();
  }

  @Test
  void a_word_about_another_event_or_purpose_does_not() {
    var at = Instant.EPOCH;
    assertThat(agrees(new Consent(Purpose.WRITE_IN_MY_NAME, ELSEWHERE, true, at))).isFalse();
    assertThat(agrees(new Consent(Purpose.RECEIVE_INVITATIONS, null, true, at))).isFalse();
  }

  @Test
  void the_latest_word_counts_whichever_it_is() {
    assertThat(agrees(says(true, 1), saysHere(false, 2))).isFalse();
    assertThat(agrees(saysHere(true, 1), says(false, 2))).isFalse();
    assertThat(agrees(says(false, 1), saysHere(true, 2))).isTrue();
    assertThat(agrees(saysHere(false, 1), says(true, 2))).isTrue();
  }

  @Test
  void at_the_same_moment_a_no_wins() {
    assertThat(agrees(says(true, 1), saysHere(false, 1))).isFalse();
    assertThat(agrees(saysHere(false, 1), says(true, 1))).isFalse();
  }
}
