package dev.rapport.events.event;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import dev.rapport.events.life.State;
import dev.rapport.events.lines.Announcer;
import dev.rapport.events.lines.Revisions;
import dev.rapport.events.lines.Revisions.Step;
import dev.rapport.messaging.Indexing;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.Outbox;
import dev.rapport.messaging.Publisher;
import dev.rapport.messaging.WorkSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where events are kept, and the only place that writes them. */
@Component
class EventStore {

  /** What a rule made of one line: the event to be kept, if it changed, and the answer. */
  record Decision<R>(@Nullable Event changed, R answer) {}

  /** Decides about one line on the event as it is now, null when there is none. */
  interface Rule<R> {
    Decision<R> decide(int line, @Nullable Event current);
  }

  private final MongoCollection<Document> documents;
  private final Revisions revisions;
  private final Announcer announcer;
  private final Outbox outbox;
  private final MachineClock machine;
  private final WorkSettings settings;

  EventStore(
      MongoDatabase database, Publisher publisher, MachineClock machine, WorkSettings settings) {
    documents = database.getCollection("events");
    Indexing.make(documents, EventDocuments.indexes());
    revisions = new Revisions(documents);
    outbox =
        new Outbox(
            documents,
            document -> List.of(EventChanged.of(EventDocuments.read(document))),
            publisher,
            machine);
    announcer = new Announcer("changed events", outbox, settings);
    this.machine = machine;
    this.settings = settings;
  }

  Announcer announcer() {
    return announcer;
  }

  Optional<Event> find(Event.Id id) {
    return Optional.ofNullable(documents.find(Filters.eq("_id", id.value())).first())
        .map(EventDocuments::read);
  }

  List<Event> list(String organiser, @Nullable UUID after, int limit) {
    var own = Filters.eq("organiser", organiser);
    return documents
        .find(after == null ? own : Filters.and(own, Filters.gt("_id", after)))
        .sort(Sorts.ascending("_id"))
        .limit(limit)
        .map(EventDocuments::read)
        .into(new ArrayList<>());
  }

  /** Decides about many events and keeps what changed; it is announced in a moment. */
  <R> List<R> change(List<Event.Id> ids, Rule<R> rule) {
    var answers = decide(ids, rule);
    announcer.soon(values(ids));
    return answers;
  }

  /** The same, but announced, and acknowledged by the broker, when this returns. */
  <R> List<R> changeAndAnnounce(List<Event.Id> ids, Rule<R> rule) {
    var answers = decide(ids, rule);
    outbox.send(values(ids));
    return answers;
  }

  private <R> List<R> decide(List<Event.Id> ids, Rule<R> rule) {
    return revisions.apply(
        values(ids),
        (line, document) -> {
          Event current = document == null ? null : EventDocuments.read(document);
          var decision = rule.decide(line, current);
          var next = decision.changed();
          if (next == null) {
            return Step.unchanged(decision.answer());
          }
          var written = EventDocuments.pending(next, machine.now(), settings.retryAfter());
          return current == null
              ? Step.insert(written, decision.answer())
              : Step.replace(EventDocuments.asRead(current), written, decision.answer());
        });
  }

  private static List<UUID> values(List<Event.Id> ids) {
    return ids.stream().map(Event.Id::value).toList();
  }

  /** Keeps copies of counts, each only where it is newer than what is kept. */
  void keepCopies(String field, Map<Event.Id, Document> copies) {
    var writes =
        copies.entrySet().stream()
            .map(
                copy ->
                    new UpdateOneModel<Document>(
                        Filters.and(
                            Filters.eq("_id", copy.getKey().value()),
                            Filters.not(
                                Filters.gte(field + ".rev", copy.getValue().getLong("rev")))),
                        Updates.set(field, copy.getValue())))
            .toList();
    documents.bulkWrite(writes, new BulkWriteOptions().ordered(false));
  }

  /** Events of which a border has passed, in event time. */
  List<Event.Id> due(Instant now, int limit) {
    return ids(EventDocuments.DUE_AT, now, limit);
  }

  /** Events whose counts are to be looked at again, in machine time; puts the next look off. */
  List<Event.Id> toLookAt(int limit) {
    var now = machine.now();
    var found = ids(EventDocuments.RETRY_AT, now, limit);
    if (!found.isEmpty()) {
      documents.updateMany(
          Filters.and(
              Filters.in("_id", values(found)),
              Filters.lte(EventDocuments.RETRY_AT, Date.from(now))),
          Updates.set(EventDocuments.RETRY_AT, Date.from(now.plus(settings.retryAfter()))));
    }
    return found;
  }

  /** Events in these states. */
  List<Event> inStates(Collection<State> states) {
    return documents
        .find(Filters.in("state", states.stream().map(State::wireName).toList()))
        .map(EventDocuments::read)
        .into(new ArrayList<>());
  }

  long count(State state) {
    return documents.countDocuments(Filters.eq("state", state.wireName()));
  }

  private List<Event.Id> ids(String field, Instant now, int limit) {
    Bson passed = Filters.lte(field, Date.from(now));
    return documents
        .find(passed)
        .sort(Sorts.ascending(field))
        .limit(limit)
        .projection(Projections.include("_id"))
        .map(document -> new Event.Id(document.get("_id", UUID.class)))
        .into(new ArrayList<>());
  }
}
