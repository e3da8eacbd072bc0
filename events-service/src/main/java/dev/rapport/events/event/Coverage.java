package dev.rapport.events.event;

import dev.rapport.events.life.Counts;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far the follow-up of an event has come, over all attendees.
 *
 * @param attendees whose attendance is not cancelled
 * @param metNobody attendees whom no meeting that counts names
 */
public record Coverage(
    long attendees, long metNobody, People people, FollowUps followUps, Meetings meetings) {

  /**
   * Attendees who met somebody.
   *
   * @param complete all of theirs settled in time
   * @param late all settled, some late or missed
   * @param open some still open
   */
  public record People(long met, long complete, long late, long open) {}

  /** Follow-ups whose meeting counts, one for each of the two who met. */
  public record FollowUps(long total, long open, Map<String, Long> byOutcome) {}

  /**
   * Meetings by direction, two for each meeting.
   *
   * @param unsent not handed on by contacts-service yet
   * @param notYetInFollowUp counted there, without a follow-up here yet
   * @param waitingScans of badges that nobody has claimed yet
   * @param unresolvedScans of badges that nobody claimed in time
   */
  public record Meetings(
      long directions,
      long unsent,
      long notYetInFollowUp,
      long waitingScans,
      long unresolvedScans) {}

  /** Divides what others counted by all attendees. */
  public static Coverage of(long attendees, Counts counts) {
    var progress =
        counts.progress() instanceof Counts.Progress p
            ? p
            : new Counts.Progress(0, 0, 0, 0, Map.of(), Counts.People.NOBODY);
    var meetings =
        counts.meetings() instanceof Counts.Meetings m ? m : new Counts.Meetings(0, 0, 0, 0, 0, 0);
    var people = progress.people();
    return new Coverage(
        attendees,
        Math.max(0, attendees - people.met()),
        new People(people.met(), people.complete(), people.late(), people.open()),
        new FollowUps(progress.total(), progress.open(), new TreeMap<>(progress.byOutcome())),
        new Meetings(
            meetings.directions(),
            meetings.unsent(),
            Math.max(0, meetings.directions() - progress.total()),
            meetings.waitingScans(),
            meetings.unresolvedScans()));
  }
}
