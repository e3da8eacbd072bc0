package dev.rapport.followup.store;

import com.mongodb.client.MongoDatabase;
import dev.rapport.followup.plan.Attendance;
import dev.rapport.followup.plan.Word;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;

/** The attendances that this service has heard of: ids and roles, nothing that names anybody. */
public final class Attendances {

  private final Copies<Attendance> copies;

  /** Takes the database that holds them. */
  public Attendances(MongoDatabase database) {
    this.copies = new Copies<>(database.getCollection("attendances"), Attendances::read);
  }

  /** Keeps what is newer. */
  public void store(Collection<Attendance> attendances) {
    copies.store(attendances.stream().map(Attendances::document).toList());
  }

  /** Returns those that are known. */
  public Map<UUID, Attendance> byId(Collection<UUID> ids) {
    return copies.byId(ids);
  }

  private static Document document(Attendance attendance) {
    return new Document("_id", attendance.id())
        .append("event", attendance.event())
        .append("person", attendance.person())
        .append("rev", attendance.rev())
        .append("role", attendance.role().word())
        .append("cancelled", attendance.cancelled());
  }

  private static Attendance read(Document document) {
    return new Attendance(
        FollowUpDocument.uuid(document, "_id"),
        FollowUpDocument.uuid(document, "event"),
        FollowUpDocument.uuid(document, "person"),
        FollowUpDocument.number(document, "rev"),
        Word.of(Attendance.Role.class, FollowUpDocument.text(document, "role")),
        document.getBoolean("cancelled", false));
  }
}
