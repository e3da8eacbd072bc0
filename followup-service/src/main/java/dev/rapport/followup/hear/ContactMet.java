package dev.rapport.followup.hear;

import dev.rapport.followup.plan.Meeting;
import dev.rapport.followup.plan.Word;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** contacts-service: a meeting as this owner sees it. */
record ContactMet(
    UUID meeting,
    UUID owner,
    UUID contact,
    UUID event,
    long rev,
    Instant firstMet,
    Instant lastMet,
    Instant reportedAt,
    How how,
    ReportedBy reportedBy,
    boolean counts,
    @Nullable Reason reason) {

  /** Spelled as on the wire. */
  enum How {
    faceToFace,
    virtual,
    both
  }

  /** Spelled as on the wire. */
  enum ReportedBy {
    owner,
    contact,
    both,
    none
  }

  /** Spelled as on the wire. */
  enum Reason {
    undone,
    blocked
  }

  Meeting toMeeting() {
    var why = reason == null ? Reason.undone : reason;
    return new Meeting(
        rev,
        firstMet.truncatedTo(ChronoUnit.MILLIS),
        lastMet.truncatedTo(ChronoUnit.MILLIS),
        reportedAt.truncatedTo(ChronoUnit.MILLIS),
        how.name(),
        Word.of(Meeting.ReportedBy.class, reportedBy.name()),
        counts ? null : Word.of(Meeting.NotCounted.class, why.name()));
  }
}
