package dev.rapport.followup.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.rapport.followup.plan.Attendance;
import dev.rapport.followup.plan.Word;
import dev.rapport.messaging.Indexing;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;

/** The attendances that this service has heard of: ids and roles, nothing that names anybody. */
public final class Attendances {

  private static final String PERSON = "person";
  private static final String EXHIBITS = "exhibits";

  private final MongoCollection<Document> attendances;
  private final Copies<Attendance> copies;

  /** Takes the database that holds them. */
  public Attendances(MongoDatabase database) {
    this.attendances = database.getCollection("attendances");
    Indexing.make(
        attendances,
        List.of(
            // Only the few that are asked about at each decision.
            new IndexModel(
                Indexes.ascending(PERSON),
                new IndexOptions()
                    .name("exhibitors")
                    .partialFilterExpression(Filters.eq(EXHIBITS, true)))));
    this.copies = new Copies<>(attendances, Attendances::read);
  }

  /** Keeps what is newer. */
  public void store(Collection<Attendance> newer) {
    copies.store(newer.stream().map(Attendances::document).toList());
  }

  /** Returns those that are known. */
  public Map<UUID, Attendance> byId(Collection<UUID> ids) {
    return copies.byId(ids);
  }

  /** Returns who of these exhibits where, by event. */
  Map<UUID, Set<UUID>> exhibitors(Collection<UUID> people) {
    var found = new HashMap<UUID, Set<UUID>>();
    if (!people.isEmpty()) {
      attendances
          .find(Filters.and(Filters.in(PERSON, people), Filters.eq(EXHIBITS, true)))
          .map(Attendances::read)
          .forEach(a -> found.computeIfAbsent(a.event(), e -> new HashSet<>()).add(a.person()));
    }
    return found;
  }

  private static Document document(Attendance attendance) {
    var document =
        new Document("_id", attendance.id())
            .append("event", attendance.event())
            .append(PERSON, attendance.person())
            .append("rev", attendance.rev())
            .append("role", attendance.role().word())
            .append("cancelled", attendance.cancelled());
    return attendance.exhibits() ? document.append(EXHIBITS, true) : document;
  }

  private static Attendance read(Document document) {
    return new Attendance(
        FollowUpDocument.uuid(document, "_id"),
        FollowUpDocument.uuid(document, "event"),
        FollowUpDocument.uuid(document, PERSON),
        FollowUpDocument.number(document, "rev"),
        Word.of(Attendance.Role.class, FollowUpDocument.text(document, "role")),
        document.getBoolean("cancelled", false));
  }
}
