package dev.rapport.events.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.events.profile.Consent.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProfileTest {

  private static final UUID EVENT = new UUID(0, 1);
  private static final Instant EARLY = Instant.parse("2026-06-01T10:00:00Z");
  private static final Instant LATE = Instant.parse("2026-06-02T10:00:00Z");

  @Test
  void what_was_not_agreed_to_is_not_agreed_to() {
    assertThat(agreed().mayBeNamed(EVENT)).isFalse();
    assertThat(agreed(yes(Purpose.BE_NAMED, EARLY)).mayBeIntroduced(EVENT)).isFalse();
    assertThat(agreed(yes(Purpose.BE_NAMED, EARLY)).isConnector(EVENT)).isFalse();
  }

  @Test
  void the_latest_word_counts_and_of_two_at_once_the_no() {
    var no = new Consent(Purpose.BE_NAMED, null, false, LATE);
    assertThat(agreed(yes(Purpose.BE_NAMED, EARLY), no).mayBeNamed(EVENT)).isFalse();
    assertThat(agreed(no, yes(Purpose.BE_NAMED, LATE)).mayBeNamed(EVENT)).isFalse();
    assertThat(agreed(no, yes(Purpose.BE_NAMED, LATE.plusSeconds(1))).mayBeNamed(EVENT)).isTrue();
  }

  @Test
  void a_word_about_another_event_says_nothing_about_this_one() {
    var elsewhere = new Consent(Purpose.BE_NAMED, new UUID(0, 2), false, LATE);
    assertThat(agreed(yes(Purpose.BE_NAMED, EARLY), elsewhere).mayBeNamed(EVENT)).isTrue();
  }

  @Test
  void topics_are_shared_without_regard_to_case() {
    assertThat(caring("Trains", "ships").shares(caring("trains ", "Cake")))
        .containsExactly("Trains");
  }

  private static Consent yes(Purpose purpose, Instant at) {
    return new Consent(purpose, null, true, at);
  }

  private static Profile agreed(Consent... consents) {
    return new Profile(
        new UUID(1, 1),
        "ada",
        "Ada",
        Locale.ENGLISH,
        List.of(),
        List.of(),
        List.of(),
        List.of(consents));
  }

  private static Profile caring(String... topics) {
    return new Profile(
        new UUID(1, 1),
        "ada",
        "Ada",
        Locale.ENGLISH,
        List.of(topics),
        List.of(),
        List.of(),
        List.of());
  }
}
