package dev.rapport.followup.plan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as one of the two sees it; contacts-service owns it.
 *
 * @param rev the revision of the meeting that is recorded here
 * @param reportedAt when its latest report arrived, in event time
 * @param how faceToFace, virtual or both
 * @param reportedBy relative to the follow-up's owner
 * @param notCounted why it does not count, or null when it does
 * @param trace the request that reported it, where that is followed
 */
public record Meeting(
    long rev,
    Instant firstMet,
    Instant lastMet,
    Instant reportedAt,
    String how,
    ReportedBy reportedBy,
    @Nullable NotCounted notCounted,
    @Nullable String trace) {

  /** One that nobody follows. */
  public Meeting(
      long rev,
      Instant firstMet,
      Instant lastMet,
      Instant reportedAt,
      String how,
      ReportedBy reportedBy,
      @Nullable NotCounted notCounted) {
    this(rev, firstMet, lastMet, reportedAt, how, reportedBy, notCounted, null);
  }

  /** The same, followed where there is something to follow it by. */
  public Meeting tracedBy(@Nullable String by) {
    return new Meeting(rev, firstMet, lastMet, reportedAt, how, reportedBy, notCounted, by);
  }

  /** Who said that they met. */
  public enum ReportedBy implements Word {
    OWNER,
    CONTACT,
    BOTH,
    NONE
  }

  /** Why a meeting does not count. */
  public enum NotCounted implements Word {
    UNDONE,
    BLOCKED
  }

  /** Whether there is something to follow up. */
  public boolean counts() {
    return notCounted == null;
  }

  /** Whether the owner has said so: nobody is written to on the word of the other side alone. */
  public boolean reportedByOwner() {
    return reportedBy == ReportedBy.OWNER || reportedBy == ReportedBy.BOTH;
  }

  /** What is kept of an erased person's meeting. */
  static Meeting stub(long rev, @Nullable NotCounted notCounted) {
    return new Meeting(
        rev,
        Instant.EPOCH,
        Instant.EPOCH,
        Instant.EPOCH,
        "faceToFace",
        ReportedBy.NONE,
        notCounted);
  }

  /** A week after the latest meeting, but never earlier than a day after its latest report came. */
  Instant deadline(Event.Policy policy) {
    var afterMeeting = lastMet.plus(policy.followUpWithin());
    var afterReport = reportedAt.plus(policy.lateGrace());
    return afterMeeting.isAfter(afterReport) ? afterMeeting : afterReport;
  }
}
