package dev.rapport.contacts.report;

import dev.rapport.contacts.meeting.Report.How;
import dev.rapport.messaging.Ids;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report as a client makes it.
 *
 * @param reporter external id of whoever reports
 * @param target whom they met
 * @param at when (event time, milliseconds)
 * @param trace the HTTP request, where it is followed
 */
record ReportRequest(
    @Nullable String givenKey,
    String reporter,
    Target target,
    How how,
    Instant at,
    @Nullable String trace) {

  /** One that nobody follows. */
  ReportRequest(@Nullable String givenKey, String reporter, Target target, How how, Instant at) {
    this(givenKey, reporter, target, how, at, null);
  }

  /** The same, followed where there is something to follow it by. */
  ReportRequest tracedBy(@Nullable String by) {
    return new ReportRequest(givenKey, reporter, target, how, at, by);
  }

  /** Whom somebody met. */
  sealed interface Target {

    /** Named by the platform's identifier. */
    record Contact(String externalId) implements Target {}

    /** Named by the code that was scanned off a badge. */
    record BadgeCode(String code) implements Target {}
  }

  /** The client's key; without one, what was scanned and when. */
  String key() {
    return Objects.requireNonNullElseGet(givenKey, () -> "auto:" + raw() + "@" + at);
  }

  /** Stands for all that the request says: another body under the same key is another one. */
  UUID body(Ids ids) {
    return ids.of("report-body", reporter, target.getClass().getSimpleName(), raw(), how, at);
  }

  private String raw() {
    return switch (target) {
      case Target.Contact contact -> contact.externalId();
      case Target.BadgeCode badge -> badge.code();
    };
  }
}
