package dev.rapport.events.edge;

import java.time.Duration;
import java.time.Instant;

/**
 * An event's time in steps: hours, or days where it lasts for more than a week. What lies before
 * the start belongs to the first step, what lies after the end to the last.
 *
 * @param count at least one
 */
public record Hours(Instant start, Duration step, int count) {

  private static final Duration WEEK = Duration.ofDays(7);

  /** The steps from the start until now, or until the end where that has passed. */
  public static Hours of(Instant starts, Instant ends, Instant now) {
    var step =
        Duration.between(starts, ends).compareTo(WEEK) > 0
            ? Duration.ofDays(1)
            : Duration.ofHours(1);
    var until = now.isBefore(ends) ? now : ends;
    var passed = Duration.between(starts, until).dividedBy(step);
    return new Hours(starts, step, (int) Math.max(1, passed + 1));
  }

  int of(Instant moment) {
    var passed = Duration.between(start, moment).dividedBy(step);
    return (int) Math.max(0, Math.min(count - 1L, passed));
  }

  Instant startOf(int hour) {
    return start.plus(step.multipliedBy(hour));
  }
}
