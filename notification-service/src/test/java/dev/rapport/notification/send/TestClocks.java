package dev.rapport.notification.send;

import dev.rapport.messaging.EventClock;
import java.time.Duration;
import java.time.Instant;

/** Two clocks that stand still. */
final class TestClocks {

  static final Instant MACHINE = Instant.parse("2026-01-01T00:00:00Z");

  private TestClocks() {}

  /** Pauses at a moment of event time, which runs this many times as fast as the machine's. */
  static Pauses pauses(Instant now, long speed) {
    return new Pauses(new Standing(now, speed), () -> MACHINE);
  }

  private record Standing(Instant now, long speed) implements EventClock {

    @Override
    public Duration machine(Duration event) {
      return event.dividedBy(speed);
    }
  }
}
