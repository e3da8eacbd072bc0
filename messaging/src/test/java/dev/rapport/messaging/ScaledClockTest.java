package dev.rapport.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScaledClockTest {

  private static final Instant MACHINE = Instant.parse("2026-11-24T12:00:00Z");
  private static final Instant EVENT = Instant.parse("2026-06-04T06:00:00Z");

  @Test
  void a_day_passes_in_five_seconds_where_the_speed_says_so() {
    var clock =
        new ScaledClock(new TimeSettings(MACHINE, EVENT, 17_280), () -> MACHINE.plusSeconds(5));
    assertThat(clock.now()).isEqualTo(EVENT.plus(Duration.ofDays(1)));
    assertThat(clock.machine(Duration.ofDays(7))).isEqualTo(Duration.ofSeconds(35));
  }

  @Test
  void in_production_event_time_is_machine_time() {
    var exact = MACHINE.plusNanos(123_456_789);
    var clock = new ScaledClock(new TimeSettings(Instant.EPOCH, Instant.EPOCH, 1), () -> exact);
    assertThat(clock.now()).isEqualTo(exact);
  }

  @Test
  void a_speed_out_of_bounds_says_what_to_set() {
    assertThatThrownBy(() -> new TimeSettings(MACHINE, EVENT, 0))
        .hasMessageContaining("rapport.time.speed")
        .hasMessageContaining("1000000");
  }
}
