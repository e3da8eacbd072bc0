package dev.rapport.system.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class EventTimeTest {

  private static final Instant MACHINE = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant EVENT = Instant.parse("2026-06-01T00:00:00Z");

  private final EventTime time =
      new EventTime(Clock.fixed(MACHINE.plusSeconds(5), ZoneOffset.UTC), MACHINE, EVENT, 17_280);

  @Test
  void a_day_takes_five_seconds() {
    assertThat(time.now()).isEqualTo(Instant.parse("2026-06-02T00:00:00Z"));
  }

  @Test
  void there_and_back_is_the_same_moment() {
    Instant event = Instant.parse("2026-05-30T12:00:00Z");
    assertThat(time.machine(event)).isEqualTo(MACHINE.minusMillis(7_500));
    assertThat(time.event(time.machine(event))).isEqualTo(event);
  }
}
