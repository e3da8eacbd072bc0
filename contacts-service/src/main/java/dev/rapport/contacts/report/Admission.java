package dev.rapport.contacts.report;

import dev.rapport.access.Problem;
import dev.rapport.contacts.roster.EventTimes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Whether a new report is taken now; a repeat of one that was taken always is. */
public final class Admission {

  /** Scanners' clocks run ahead a little. */
  private static final Duration AHEAD = Duration.ofMinutes(10);

  private Admission() {}

  /** Returns why a report is refused, or null. An event that is not known here yet refuses none. */
  public static @Nullable Problem refusal(@Nullable EventTimes event, Instant at, Instant now) {
    if (at.isAfter(now.plus(AHEAD))) {
      return refused(
          "in-the-future",
          "The meeting is %s, and it is %s now; expected a moment that has passed. Correct the scanner's clock or zone."
              .formatted(at, now));
    }
    if (event == null) {
      return null;
    }
    if (event.cancelled()) {
      return new Problem(
          HttpStatus.CONFLICT,
          "event-cancelled",
          "The event is cancelled; its reports are not taken any more.");
    }
    if (event.isBefore(at)) {
      return refused(
          "before-the-event",
          "The meeting is %s, and the event starts %s; expected a moment not earlier than a day before."
              .formatted(at, event.starts()));
    }
    if (event.closedAt(now)) {
      return refused(
          "after-reports-closed",
          "Reports of this event were taken until %s; it is too late."
              .formatted(event.ends().plus(event.reportsUntil())));
    }
    return null;
  }

  /** Nobody meets themselves. */
  public static Problem meetsOneself() {
    return refused(
        "meets-oneself", "The reporter and the contact are the same person; expected two.");
  }

  static Problem keyReused() {
    return new Problem(
        HttpStatus.CONFLICT,
        "key-reused",
        "This key was used for another report; expected the same body again, or a fresh key.");
  }

  static Problem tooManyReports() {
    return refused(
        "too-many-reports",
        "This pair has more reports at this event than are kept; the meeting is known, send no more.");
  }

  private static Problem refused(String slug, String detail) {
    return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, slug, detail);
  }
}
