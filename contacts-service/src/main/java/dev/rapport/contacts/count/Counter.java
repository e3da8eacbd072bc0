package dev.rapport.contacts.count;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import dev.rapport.contacts.meeting.Dirty;
import dev.rapport.contacts.meeting.Meetings;
import dev.rapport.contacts.report.Scans;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.Outbox;
import dev.rapport.messaging.Publisher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Counts one event's documents and says so when the numbers have changed. */
@Component
class Counter {

  private final MongoCollection<Document> meetings;
  private final MongoCollection<Document> scans;
  private final MongoCollection<Document> counts;
  private final Outbox outbox;
  private final MachineClock clock;

  Counter(MongoDatabase database, Publisher publisher, MachineClock clock) {
    this.meetings = database.getCollection(Meetings.COLLECTION);
    this.scans = database.getCollection(Scans.COLLECTION);
    this.counts = database.getCollection(Dirty.COUNTS);
    this.outbox = new Outbox(counts, MeetingsCounted::of, publisher, clock);
    this.clock = clock;
  }

  /**
   * Counts an event. The revision is drawn before counting: whoever drew a later one has seen at
   * least as much, so a slower counter cannot overwrite newer numbers.
   *
   * @return whether something is on its way to the broker, so that the numbers change soon
   */
  boolean count(UUID event) {
    var drawn =
        counts.findOneAndUpdate(
            Filters.eq("_id", event),
            Updates.inc("drawn", 1L),
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
    if (drawn == null) {
      return false;
    }
    var rev = Objects.requireNonNull(drawn.get("drawn", Number.class)).longValue();
    var counted = numbers(event, rev);
    if (!counted.isStoredIn(drawn) || drawn.getBoolean(Dirty.SAY_AGAIN, false)) {
      counts.updateOne(
          Filters.and(Filters.eq("_id", event), Filters.lt("rev", rev)),
          Updates.combine(
              new Document("$set", counted.numbers().append("rev", rev)),
              Updates.unset(Dirty.SAY_AGAIN),
              Outbox.pending(rev, clock)));
      outbox.send(List.of(event));
    }
    return counted.unsent() > 0;
  }

  private MeetingsCounted numbers(UUID event, long rev) {
    // Unsent first: a meeting that is sent in between is counted as unsent, and the event is again.
    var unsent = 2 * unsent(event);
    var waiting = scans(event);
    long counting = 0;
    long revs = 0;
    var groups =
        meetings.aggregate(
            List.of(
                Aggregates.match(Filters.eq("event", event)),
                Aggregates.group(
                    "$now.counts",
                    Accumulators.sum("meetings", 1L),
                    Accumulators.sum("revs", "$rev"))));
    for (var group : groups) {
      revs += number(group, "revs");
      counting += Boolean.TRUE.equals(group.get("_id")) ? number(group, "meetings") : 0;
    }
    return new MeetingsCounted(
        event,
        rev,
        2 * counting,
        2 * revs,
        unsent,
        waiting.getOrDefault("waiting", 0L),
        waiting.getOrDefault("unresolved", 0L));
  }

  private long unsent(UUID event) {
    return meetings.countDocuments(
        Filters.and(Filters.exists(Outbox.PENDING_SINCE, true), Filters.eq("event", event)),
        new CountOptions().hintString("pending"));
  }

  private Map<String, Long> scans(UUID event) {
    var byState = new HashMap<String, Long>();
    scans
        .aggregate(
            List.of(
                Aggregates.match(Filters.eq("event", event)),
                Aggregates.group("$state", Accumulators.sum("scans", 1L))))
        .forEach(group -> byState.put(group.getString("_id"), number(group, "scans")));
    return byState;
  }

  List<UUID> events() {
    return counts
        .find()
        .projection(new Document("_id", 1))
        .map(document -> Objects.requireNonNull(document.get("_id", UUID.class)))
        .into(new ArrayList<>());
  }

  boolean sweep() {
    return outbox.sweep();
  }

  private static long number(Document group, String name) {
    return Objects.requireNonNull(group.get(name, Number.class)).longValue();
  }
}
