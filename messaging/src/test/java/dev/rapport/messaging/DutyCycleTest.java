package dev.rapport.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DutyCycleTest {

  private Instant now = Instant.parse("2026-05-04T09:00:00Z");
  private final DutyCycle cycle = new DutyCycle(() -> now);

  @Test
  void the_first_round_may_start_at_once() {
    assertThat(cycle.isRested()).isTrue();
  }

  @Test
  void a_round_is_followed_by_twenty_times_its_length() {
    round(Duration.ofMillis(40));

    pass(Duration.ofMillis(799));
    assertThat(cycle.isRested()).isFalse();
    pass(Duration.ofMillis(1));
    assertThat(cycle.isRested()).isTrue();
  }

  @Test
  void one_slow_round_does_not_stop_the_work_for_minutes() {
    round(Duration.ofSeconds(10));

    pass(Duration.ofSeconds(1));
    assertThat(cycle.isRested()).isTrue();
  }

  @Test
  void work_that_stays_slow_gets_all_the_rest_it_needs() {
    for (var i = 0; i < 10; i++) {
      round(Duration.ofSeconds(1));
    }

    pass(Duration.ofMillis(19_999));
    assertThat(cycle.isRested()).isFalse();
    pass(Duration.ofMillis(1));
    assertThat(cycle.isRested()).isTrue();
  }

  private void round(Duration length) {
    var began = now;
    pass(length);
    cycle.worked(began);
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }
}
