package dev.rapport.events.life;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What other services counted for an event; both arrive in any order and either may be missing yet.
 *
 * @param meetings contacts-service's count
 * @param progress followup-service's count
 */
public record Counts(@Nullable Meetings meetings, @Nullable Progress progress) {

  /** Nothing heard yet. */
  public static final Counts NONE = new Counts(null, null);

  /**
   * Meetings, by direction: each meeting that counts is two.
   *
   * @param revSum the sum of the revisions of all meetings' directions, counting or not
   * @param unsent directions that followup-service cannot know of yet
   * @param waitingScans scans of badges that nobody has claimed yet
   * @param unresolvedScans scans of badges that nobody claimed in time
   */
  public record Meetings(
      long rev,
      long directions,
      long revSum,
      long unsent,
      long waitingScans,
      long unresolvedScans) {}

  /**
   * Follow-ups whose meeting counts.
   *
   * @param revSum the sum of the meeting revisions that all follow-ups have recorded
   * @param figures what its organiser sees beside them
   */
  public record Progress(
      long rev,
      long total,
      long open,
      long revSum,
      Map<String, Long> byOutcome,
      People people,
      Figures figures) {

    public Progress {
      byOutcome = Map.copyOf(byOutcome);
    }

    /** The numbers alone. */
    public Progress(
        long rev, long total, long open, long revSum, Map<String, Long> byOutcome, People people) {
      this(rev, total, open, revSum, byOutcome, people, Figures.NONE);
    }
  }

  /**
   * Owners of at least one follow-up that counts.
   *
   * @param complete all of theirs settled in time
   * @param late all settled, some late or missed
   * @param open some still open
   */
  public record People(long met, long complete, long late, long open) {

    /** Nobody. */
    public static final People NOBODY = new People(0, 0, 0, 0);
  }

  /** Directions that count and have no follow-up yet, by the latest word of both. */
  public long notInFollowUp() {
    var met = meetings == null ? 0 : meetings.directions();
    return Math.max(0, met - (progress == null ? 0 : progress.total()));
  }

  boolean known() {
    return meetings != null && progress != null;
  }

  /**
   * The closing proof. No follow-up has recorded a newer revision than its meeting has, so equal
   * sums mean that followup-service has seen the newest state of every single meeting.
   */
  boolean proveTheEnd() {
    return meetings != null
        && progress != null
        && meetings.unsent() == 0
        && meetings.waitingScans() == 0
        && meetings.directions() == progress.total()
        && progress.open() == 0
        && meetings.revSum() == progress.revSum();
  }
}
