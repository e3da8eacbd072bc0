package dev.rapport.contacts.roster;

import java.time.Duration;
import java.time.Instant;

/**
 * What decides whether a report of an event is taken.
 *
 * @param reportsUntil how long after the end reports are taken
 * @param sensedAtLeast how long in total a pair was near each other before it is asked whether they
 *     met
 */
public record EventTimes(
    Instant starts,
    Instant ends,
    Duration reportsUntil,
    boolean cancelled,
    Duration sensedAtLeast) {

  /** What an event's policy says when it does not speak of it. */
  public static final Duration SENSED_AT_LEAST = Duration.ofSeconds(60);

  private static final Duration SET_UP = Duration.ofDays(1);

  /** Whether this moment is too early to be at the event, its day of setting up included. */
  public boolean isBefore(Instant at) {
    return at.isBefore(starts.minus(SET_UP));
  }

  /** Whether reports are no longer taken. */
  public boolean closedAt(Instant now) {
    return now.isAfter(ends.plus(reportsUntil));
  }
}
