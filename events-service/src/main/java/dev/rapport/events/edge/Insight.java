package dev.rapport.events.edge;

import java.time.Instant;
import java.util.List;

/**
 * What an organiser learns of how people meet at an event: numbers, never names.
 *
 * @param at event time
 * @param attendees whose attendance is not cancelled
 * @param metNobody attendees without a meeting that counts
 * @param onTheEdge attendees on the edge: {@code fewMet} and {@code alone} together
 * @param fewMet met fewer than half the median, or nobody
 * @param alone met fewer than the median, and nobody for three busy hours
 * @param median of how many people an attendee met
 */
public record Insight(
    Instant at,
    long attendees,
    long meetings,
    long metNobody,
    long onTheEdge,
    long fewMet,
    long alone,
    int median,
    Blend meetingsBy,
    Blend peopleBy,
    List<Hour> hours) {

  /**
   * One hour of the event, at its end; a day where the event lasts for more than a week.
   *
   * @param meetings that began in it
   */
  public record Hour(Instant start, long meetings, long metNobody, long onTheEdge, int median) {}

  static Insight nothingYet(Instant at) {
    return new Insight(at, 0, 0, 0, 0, 0, 0, 0, Blend.NONE, Blend.NONE, List.of());
  }

  static Insight of(Crowd crowd, Course course, Instant at) {
    var edge = course.now();
    return new Insight(
        at,
        crowd.attendees(),
        crowd.ties(),
        edge.metNobody(),
        edge.fewMet() + edge.alone(),
        edge.fewMet(),
        edge.alone(),
        edge.median(),
        Blend.ofMeetings(crowd),
        Blend.ofPeople(crowd),
        course.hours());
  }
}
