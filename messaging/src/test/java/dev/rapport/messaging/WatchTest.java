package dev.rapport.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WatchTest {

  private static final Instant START = Instant.parse("2026-09-16T09:00:00Z");

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private Instant now = START;
  private final Watch watch = new Watch(meters, () -> now);

  @Test
  void an_age_goes_on_growing_while_nobody_can_look() {
    var oldest = new AtomicReference<@Nullable Instant>(START.minusSeconds(5));
    watch.age("waits", Tags.empty(), "", oldest::get);
    assertThat(shown("waits")).isZero();
    watch.look();
    assertThat(shown("waits")).isEqualTo(5);
    now = START.plus(Duration.ofMinutes(1));
    assertThat(shown("waits")).isEqualTo(65);
    oldest.set(null);
    watch.look();
    assertThat(shown("waits")).isZero();
  }

  @Test
  void a_look_that_fails_is_said_and_hides_no_other() {
    watch.number(
        "broken",
        Tags.empty(),
        "",
        () -> {
          throw new IllegalStateException("no such index");
        });
    watch.number("many", Tags.empty(), "", () -> 3);
    assertThatThrownBy(watch::look).hasMessage("no such index");
    assertThat(shown("many")).isEqualTo(3);
    assertThatThrownBy(watch::look).hasMessage("no such index"); // no rest from what failed
    assertThat(meters.get("rapport.looks.failed").counter().count()).isEqualTo(2);
  }

  @Test
  void a_number_is_looked_up_at_looks_and_not_at_scrapes() {
    var asked = new int[1];
    watch.number("many", Tags.of("state", "open"), "", () -> ++asked[0]);
    watch.look();
    assertThat(shown("many")).isEqualTo(1);
    assertThat(shown("many")).isEqualTo(1);
    now = START.plusSeconds(30);
    watch.look();
    assertThat(shown("many")).isEqualTo(2);
  }

  @Test
  void a_look_that_costs_much_is_taken_less_often() {
    var dear = new int[1];
    watch.number(
        "dear",
        Tags.empty(),
        "",
        () -> {
          now = now.plusMillis(50);
          return ++dear[0];
        });
    watch.look();
    watch.look();
    assertThat(shown("dear")).isEqualTo(1);
    now = now.plusSeconds(1);
    watch.look();
    assertThat(shown("dear")).isEqualTo(2);
  }

  private double shown(String name) {
    return meters.get(name).gauge().value();
  }
}
