package dev.rapport.followup;

import dev.rapport.messaging.EventClock;
import java.time.Duration;
import java.time.Instant;

/** Event time that a test moves; the machine waits a second for any stretch of it. */
final class SettableClock implements EventClock {

  private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

  void set(Instant moment) {
    now = moment;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Duration machine(Duration event) {
    return Duration.ofSeconds(1);
  }
}
