package dev.rapport.contacts.report;

import dev.rapport.contacts.meeting.Pair;
import dev.rapport.contacts.meeting.Report;
import dev.rapport.contacts.meeting.Report.How;
import dev.rapport.contacts.roster.Roster;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;

/**
 * A report whose badge nobody is known to have had; kept under the report's own id.
 *
 * @param badge the code as the roster keeps it
 */
record Scan(
    UUID id,
    UUID event,
    UUID reporter,
    UUID badge,
    How how,
    Instant at,
    Instant arrived,
    UUID body,
    UUID token,
    State state) {

  /** What became of it; one that is folded into a meeting is gone from here. */
  enum State {
    waiting,
    /** Nobody claimed the badge within a week. */
    unresolved,
    undone,
    /** The badge was the reporter's own, or the pair's meeting could take no more. */
    refused
  }

  Roster.Scanned scanned() {
    return new Roster.Scanned(badge, at);
  }

  Report madeBy(UUID holder) {
    return new Report(
        id, event, Pair.of(reporter, holder), reporter, how, at, arrived, body, token);
  }

  Document document() {
    return new Document("_id", id)
        .append("event", event)
        .append("reporter", reporter)
        .append("badge", badge)
        .append("how", how.name())
        .append("at", Date.from(at))
        .append("arrived", Date.from(arrived))
        .append("body", body)
        .append("token", token)
        .append("state", state.name());
  }

  static Scan read(Document document) {
    return new Scan(
        uuid(document, "_id"),
        uuid(document, "event"),
        uuid(document, "reporter"),
        uuid(document, "badge"),
        How.valueOf(document.getString("how")),
        document.getDate("at").toInstant(),
        document.getDate("arrived").toInstant(),
        uuid(document, "body"),
        uuid(document, "token"),
        State.valueOf(document.getString("state")));
  }

  private static UUID uuid(Document document, String field) {
    return Objects.requireNonNull(document.get(field, UUID.class), field);
  }
}
