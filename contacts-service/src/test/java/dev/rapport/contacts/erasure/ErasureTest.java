package dev.rapport.contacts.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ErasureTest {

  private static final Instant ASKED = Instant.parse("2026-09-16T12:00:00Z");
  private static final Duration PAUSE = Duration.ofSeconds(30);

  @Test
  void while_a_service_is_silent_it_is_told_again_in_growing_pauses() {
    assertThat(erasure(0, null).nextLook(ASKED, PAUSE)).isEqualTo(ASKED.plus(PAUSE));
    assertThat(erasure(2, null).nextLook(ASKED, PAUSE)).isEqualTo(ASKED.plusSeconds(120));
    assertThat(erasure(60, null).nextLook(ASKED, PAUSE)).isEqualTo(ASKED.plusSeconds(3600));
  }

  @Test
  void a_complete_one_is_seen_to_once_for_stragglers_and_once_for_the_logs() {
    var minute = ASKED.plusSeconds(60);
    var nextDay = ASKED.plus(Duration.ofHours(25));
    assertThat(erasure(1, ASKED).nextLook(ASKED, PAUSE)).isEqualTo(minute);
    assertThat(erasure(2, ASKED).nextLook(minute, PAUSE)).isEqualTo(nextDay);
    assertThat(erasure(3, ASKED).nextLook(nextDay, PAUSE)).isNull();
  }

  private static Erasure erasure(int looks, @Nullable Instant last) {
    return new Erasure(
        UUID.randomUUID(), UUID.randomUUID(), null, ASKED, looks, ASKED, ASKED, ASKED, last);
  }
}
