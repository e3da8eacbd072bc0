package dev.rapport.followup.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.messaging.EventClock;
import dev.rapport.messaging.WorkSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PatienceTest {

  private static final Instant NOW = Instant.parse("2026-06-05T12:00:00Z");
  private static final Instant MACHINE = Instant.parse("2027-01-01T00:00:00Z");

  private final Patience patience =
      new Patience(
          new EventClock() {
            @Override
            public Instant now() {
              return NOW;
            }

            @Override
            public Duration machine(Duration event) {
              return event.dividedBy(60);
            }
          },
          () -> MACHINE,
          new WorkSettings(Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofSeconds(30)));

  @Test
  void the_longer_something_is_waited_for_the_longer_the_pause() {
    assertThat(patience.growing(NOW.minus(Duration.ofMinutes(10)))).isEqualTo(in("PT30S"));
    assertThat(patience.growing(NOW.minus(Duration.ofHours(4)))).isEqualTo(in("PT2M"));
    assertThat(patience.growing(NOW.minus(Duration.ofDays(10)))).isEqualTo(in("PT2H"));
  }

  @Test
  void nothing_is_repeated_before_its_day_is_over() {
    assertThat(patience.next(LocalDate.parse("2026-06-05"))).isEqualTo(in("PT12M"));
    assertThat(patience.next(LocalDate.parse("2026-06-04"))).isEqualTo(in("PT6M"));
  }

  private static Instant in(String pause) {
    return MACHINE.plus(Duration.parse(pause));
  }
}
