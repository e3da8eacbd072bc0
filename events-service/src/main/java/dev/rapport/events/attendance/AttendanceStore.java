package dev.rapport.events.attendance;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.rapport.events.event.Event;
import dev.rapport.events.event.Roster;
import dev.rapport.events.lines.Announcer;
import dev.rapport.events.lines.Revisions;
import dev.rapport.events.person.Holder;
import dev.rapport.messaging.Ids;
import dev.rapport.messaging.Indexing;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.Outbox;
import dev.rapport.messaging.Publisher;
import dev.rapport.messaging.WorkSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where attendances are kept, and the only place that writes them. */
@Component
class AttendanceStore implements Roster, Holder {

  private static final int READ_AT_ONCE = 10_000;

  private final MongoCollection<Document> documents;
  private final Revisions revisions;
  private final Outbox outbox;
  private final Announcer announcer;
  private final MachineClock machine;
  private final Ids ids;

  AttendanceStore(
      MongoDatabase database,
      Publisher publisher,
      MachineClock machine,
      Ids ids,
      WorkSettings settings) {
    documents = database.getCollection("attendances");
    Indexing.make(documents, AttendanceDocuments.indexes());
    revisions = new Revisions(documents);
    outbox =
        new Outbox(
            documents,
            document -> List.of(AttendanceChanged.of(AttendanceDocuments.read(document))),
            publisher,
            machine);
    announcer = new Announcer("changed attendances", outbox, settings);
    this.machine = machine;
    this.ids = ids;
  }

  Announcer announcer() {
    return announcer;
  }

  /** Applies a rule to many; what changed is announced in a moment. */
  <R> List<R> change(List<Attendance.Id> ids, Revisions.Rule<R> rule) {
    var values = ids.stream().map(Attendance.Id::value).toList();
    var results = revisions.apply(values, rule);
    announcer.soon(values);
    return results;
  }

  Document pending(Attendance attendance) {
    return AttendanceDocuments.pending(attendance, machine.now());
  }

  Optional<Attendance> find(Attendance.Id id) {
    return Optional.ofNullable(
            documents
                .find(
                    Filters.and(
                        Filters.eq("_id", id.value()),
                        Filters.exists(AttendanceDocuments.ERASED, false)))
                .first())
        .map(AttendanceDocuments::read);
  }

  /** The attendances of an event, cancelled ones included, those of the erased not. */
  List<Attendance> list(Event.Id event, @Nullable UUID after, int limit) {
    var own =
        Filters.and(
            Filters.eq("event", event.value()),
            Filters.in("cancelled", false, true),
            Filters.exists(AttendanceDocuments.ERASED, false));
    return documents
        .find(after == null ? own : Filters.and(own, Filters.gt("_id", after)))
        .sort(Sorts.ascending("_id"))
        .limit(limit)
        .map(AttendanceDocuments::read)
        .into(new ArrayList<>());
  }

  /** Makes stubs of all attendances of these people and sends them; a repeat sends what is left. */
  @Override
  public void erase(Collection<UUID> people) {
    documents.updateMany(
        Filters.and(
            Filters.in("person", people), Filters.exists(AttendanceDocuments.ERASED, false)),
        AttendanceDocuments.erasing(machine.now()));
    outbox.send(
        documents
            .find(Filters.in("person", people))
            .projection(Projections.include("_id"))
            .map(document -> document.get("_id"))
            .into(new ArrayList<>()));
  }

  @Override
  public Map<Event.Id, Long> attendees(Collection<Event.Id> events) {
    var counts = new HashMap<Event.Id, Long>();
    documents
        .aggregate(
            List.of(
                Aggregates.match(
                    Filters.and(
                        Filters.in("event", events.stream().map(Event.Id::value).toList()),
                        Filters.eq("cancelled", false))),
                Aggregates.group("$event", Accumulators.sum("count", 1L))))
        .forEach(
            group ->
                counts.put(
                    new Event.Id(group.get("_id", UUID.class)),
                    group.get("count", Number.class).longValue()));
    return counts;
  }

  @Override
  public List<Guest> guests(Event.Id event) {
    return documents
        .find(Filters.and(Filters.eq("event", event.value()), Filters.eq("cancelled", false)))
        .projection(Projections.include("person", "newcomer", "badges.from"))
        .batchSize(READ_AT_ONCE)
        .map(AttendanceDocuments::guest)
        .into(new ArrayList<>());
  }

  @Override
  public Map<UUID, Guest> guestsAmong(Event.Id event, Collection<UUID> people) {
    var byId = people.stream().map(person -> Attendance.Id.of(ids, event, person).value()).toList();
    var guests = new HashMap<UUID, Guest>();
    documents
        .find(
            Filters.and(
                Filters.in("_id", byId),
                Filters.eq("cancelled", false),
                Filters.exists(AttendanceDocuments.ERASED, false)))
        .map(AttendanceDocuments::guest)
        .forEach(guest -> guests.put(guest.person(), guest));
    return guests;
  }

  @Override
  public List<Event.Id> eventsOf(UUID person) {
    return documents
        .find(
            Filters.and(
                Filters.eq("person", person),
                Filters.eq("cancelled", false),
                Filters.exists(AttendanceDocuments.ERASED, false)))
        .map(document -> new Event.Id(document.get("event", UUID.class)))
        .into(new ArrayList<>());
  }

  long estimatedCount() {
    return documents.estimatedDocumentCount();
  }
}
