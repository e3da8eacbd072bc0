package dev.rapport.system.checker;

import java.time.Instant;
import java.util.List;

/**
 * How people met, as events-service tells it: numbers, never names.
 *
 * @param onTheEdge {@code fewMet}, and those who have been alone for long
 * @param fewMet attendees who met nobody, or fewer than half the median
 * @param median of how many people an attendee met
 * @param hours of the event, in order
 */
public record CrowdSeen(
    long meetings,
    long metNobody,
    long onTheEdge,
    long fewMet,
    long median,
    Blend meetingsBy,
    List<Hour> hours) {

  /** Meetings face to face only, virtual only, and in both ways. */
  public record Blend(long faceToFace, long virtual, long both) {}

  /** One hour of the event, at its end. */
  public record Hour(Instant start, long onTheEdge) {}

  public CrowdSeen {
    hours = List.copyOf(hours);
  }
}
