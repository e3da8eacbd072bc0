package dev.rapport.messaging;

import java.time.Duration;

/** Event time that runs {@code speed} times as fast as the machine's, from one stored anchor. */
record ScaledClock(TimeSettings settings, MachineClock machine) implements EventClock {

  @Override
  public java.time.Instant now() {
    var passed = Duration.between(settings.machineAnchor(), machine.now());
    return settings.eventAnchor().plus(scaled(passed, settings.speed()));
  }

  @Override
  public Duration machine(Duration event) {
    return scaled(event, 1 / settings.speed());
  }

  private static Duration scaled(Duration duration, double factor) {
    if (factor == 1) {
      return duration;
    }
    // Milliseconds keep a double exact for 285,000 years; nanoseconds would not last a season.
    return Duration.ofMillis((long) (duration.toMillis() * factor));
  }
}
