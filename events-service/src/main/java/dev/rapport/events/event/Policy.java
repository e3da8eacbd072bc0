package dev.rapport.events.event;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/**
 * How an event's meetings are followed up.
 *
 * @param followUpWithin of a pair's latest meeting, 1 to 30 days
 * @param lateGrace the least time after a late report, 1 hour to 7 days
 * @param reportsUntil after the end, 1 to 90 days
 * @param wakingFrom earliest moment for mail, in the recipient's zone
 * @param wakingTo latest moment, at least 2 hours after {@code wakingFrom}
 * @param listDays days after the end on which owners get their list while something is open: up to
 *     10, rising, 0 to 30
 * @param sensedAtLeast how long sensors must have seen two near each other, in total, before they
 *     are asked whether they met, 20 seconds to 4 hours
 */
public record Policy(
    Duration followUpWithin,
    Duration lateGrace,
    Duration reportsUntil,
    LocalTime wakingFrom,
    LocalTime wakingTo,
    List<Integer> listDays,
    Duration sensedAtLeast) {

  /** What holds where an organiser says nothing. */
  public static final Policy DEFAULT =
      new Policy(
          Duration.ofDays(7),
          Duration.ofDays(1),
          Duration.ofDays(30),
          LocalTime.of(9, 0),
          LocalTime.of(20, 0),
          List.of(0, 2, 5),
          Duration.ofMinutes(1));

  public Policy {
    listDays = List.copyOf(listDays);
  }
}
