package dev.rapport.events.attendance;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.rapport.events.attendance.Attendance.Badge;
import dev.rapport.events.attendance.Attendance.Role;
import dev.rapport.events.event.Event;
import dev.rapport.events.event.Roster.Guest;
import dev.rapport.messaging.Outbox;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Attendances as documents. {@code codes} holds the codes that are valid now: no two people at one
 * event have the same, which a unique index sees to. An erased person's document is a stub: it has
 * no external id and no badges, and still counts.
 */
final class AttendanceDocuments {

  static final String ERASED = "erased";

  private AttendanceDocuments() {}

  static List<IndexModel> indexes() {
    return List.of(
        new IndexModel(
            Indexes.ascending("event", "codes"),
            new IndexOptions()
                .name("badges")
                .unique(true)
                .partialFilterExpression(Filters.exists("codes", true))),
        new IndexModel(
            Indexes.ascending("event", "cancelled", "_id"), new IndexOptions().name("roster")),
        new IndexModel(Indexes.ascending("person"), new IndexOptions().name("person")));
  }

  static Bson asRead(Attendance attendance) {
    return Filters.and(
        Filters.eq("_id", attendance.id().value()), Filters.eq("rev", attendance.rev()));
  }

  /** Writes an attendance whose revision has not been sent yet. */
  static Document pending(Attendance attendance, Instant machineNow) {
    var document =
        new Document("_id", attendance.id().value())
            .append("event", attendance.event().value())
            .append("person", attendance.person())
            .append("externalId", attendance.externalId())
            .append("rev", attendance.rev())
            .append("badges", attendance.badges().stream().map(AttendanceDocuments::badge).toList())
            .append("newcomer", attendance.newcomer())
            .append("role", attendance.role().wireName())
            .append("cancelled", attendance.cancelled())
            .append(Outbox.PENDING_REV, attendance.rev())
            .append(Outbox.PENDING_SINCE, Date.from(machineNow));
    var codes = attendance.validCodes();
    if (!codes.isEmpty()) {
      document.append("codes", codes);
    }
    return document;
  }

  /** Makes stubs: what identifies someone goes, what counts stays. */
  static List<Bson> erasing(Instant machineNow) {
    var next = new Document("$add", List.of("$rev", 1L));
    return List.of(
        new Document(
            "$set",
            new Document(ERASED, true)
                .append("rev", next)
                .append("badges", List.of())
                .append(Outbox.PENDING_REV, next)
                .append(Outbox.PENDING_SINCE, Date.from(machineNow))),
        new Document("$unset", List.of("externalId", "codes")));
  }

  static boolean erased(Document document) {
    return document.getBoolean(ERASED, false);
  }

  static Attendance read(Document document) {
    return new Attendance(
        new Attendance.Id(document.get("_id", UUID.class)),
        new Event.Id(document.get("event", UUID.class)),
        document.get("person", UUID.class),
        Objects.requireNonNullElse(document.getString("externalId"), ""),
        document.getLong("rev"),
        document.getList("badges", Document.class).stream()
            .map(AttendanceDocuments::badge)
            .toList(),
        document.getBoolean("newcomer"),
        Role.named(document.getString("role")).orElseThrow(),
        document.getBoolean("cancelled"));
  }

  static Guest guest(Document document) {
    var since =
        document.getList("badges", Document.class).stream()
            .map(badge -> Objects.requireNonNull(badge.getDate("from")).toInstant())
            .findFirst()
            .orElse(Instant.EPOCH);
    return new Guest(
        Objects.requireNonNull(document.get("person", UUID.class)),
        since,
        document.getBoolean("newcomer", false));
  }

  private static Document badge(Badge badge) {
    var document = new Document("code", badge.code()).append("from", Date.from(badge.from()));
    var to = badge.to();
    return to == null ? document : document.append("to", Date.from(to));
  }

  private static Badge badge(Document document) {
    var to = document.getDate("to");
    return new Badge(
        document.getString("code"),
        Objects.requireNonNull(document.getDate("from")).toInstant(),
        to == null ? null : to.toInstant());
  }
}
