package dev.rapport.contacts.meeting;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;

/** A meeting as read from its document, with what {@link Derivation} has derived. */
record StoredMeeting(UUID id, UUID event, List<UUID> people, long rev, Document now) {

  static StoredMeeting of(Document document) {
    return new StoredMeeting(
        uuid(document, "_id"),
        uuid(document, "event"),
        document.getList("people", UUID.class),
        Objects.requireNonNull(document.get("rev", Number.class)).longValue(),
        Objects.requireNonNull(document.get("now", Document.class)));
  }

  boolean counts() {
    return now.getBoolean("counts", false);
  }

  /** The direction whose owner is this side of the pair, 0 or 1. */
  ContactMet seenBy(int side) {
    var reason = now.getString("reason");
    return new ContactMet(
        id,
        people.get(side),
        people.get(1 - side),
        event,
        rev,
        now.getDate("first").toInstant(),
        now.getDate("last").toInstant(),
        now.getDate("arrived").toInstant(),
        ContactMet.How.valueOf(now.getString("how")),
        reportedBy(side),
        counts(),
        reason == null ? null : ContactMet.Reason.valueOf(reason));
  }

  private ContactMet.By reportedBy(int side) {
    return switch (now.getString("by")) {
      case "both" -> ContactMet.By.both;
      case "first" -> side == 0 ? ContactMet.By.owner : ContactMet.By.contact;
      case "second" -> side == 1 ? ContactMet.By.owner : ContactMet.By.contact;
      default -> ContactMet.By.none;
    };
  }

  static UUID uuid(Document document, String field) {
    return Objects.requireNonNull(document.get(field, UUID.class), field);
  }
}
