package dev.rapport.contacts.sensed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.contacts.meeting.Pair;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NearnessTest {

  private static final Pair PAIR = Pair.of(new UUID(8, 1), new UUID(8, 2));
  private static final Instant NOON = Instant.parse("2026-09-16T12:00:00Z");

  @Test
  void twenty_seconds_fill_one_slot_wherever_they_start() {
    for (var start = 0; start < 20; start++) {
      assertThat(near(start, start + 20).slots()).hasSize(1);
      assertThat(near(start, start + 3_600).slots()).hasSize(180);
    }
  }

  @Test
  void overlaps_are_counted_once() {
    var slots = new HashSet<>(near(0, 60).slots());
    slots.addAll(near(20, 80).slots());
    slots.addAll(near(0, 60).slots());
    assertThat(slots).hasSize(4);
  }

  @Test
  void a_least_time_is_so_many_slots() {
    assertThat(Nearness.slots(Duration.ofSeconds(60))).isEqualTo(3);
    assertThat(Nearness.slots(Duration.ofSeconds(61))).isEqualTo(4);
    assertThat(Nearness.slots(Duration.ZERO)).isEqualTo(1);
  }

  private static Nearness near(long from, long to) {
    return new Nearness(new UUID(8, 3), PAIR, NOON.plusSeconds(from), NOON.plusSeconds(to));
  }
}
