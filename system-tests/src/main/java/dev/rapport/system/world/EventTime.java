package dev.rapport.system.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Event time as the stack runs it: from one anchor, faster than machine time.
 *
 * @param speed event seconds per machine second
 */
public record EventTime(Clock clock, Instant machineAnchor, Instant eventAnchor, double speed) {

  public Instant machineNow() {
    return clock.instant();
  }

  public Instant now() {
    return event(machineNow());
  }

  /** The event time of a moment of machine time. */
  public Instant event(Instant machine) {
    return eventAnchor.plus(scaled(Duration.between(machineAnchor, machine), speed));
  }

  /** The machine time of a moment of event time. */
  public Instant machine(Instant event) {
    return machineAnchor.plus(scaled(Duration.between(eventAnchor, event), 1 / speed));
  }

  /** The event time that passes in so much machine time. */
  public Duration passed(Duration machine) {
    return scaled(machine, speed);
  }

  private static Duration scaled(Duration duration, double factor) {
    double nanos = (duration.getSeconds() * 1e9 + duration.getNano()) * factor;
    long seconds = (long) Math.floor(nanos / 1e9);
    return Duration.ofSeconds(seconds, (long) (nanos - seconds * 1e9));
  }
}
