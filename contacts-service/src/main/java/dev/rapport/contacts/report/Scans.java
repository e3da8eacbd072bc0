package dev.rapport.contacts.report;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.rapport.messaging.Indexing;
import dev.rapport.messaging.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The scans of badges that are not known yet. */
@Component
public class Scans {

  /** The collection; the count of an event reads it. */
  public static final String COLLECTION = "scans";

  /** Longer than a fold lasts that had read the scan before it was undone. */
  private static final Duration STRAGGLERS = Duration.ofMinutes(1);

  private static final String WAITING = "waiting";

  private static final String AGAIN_AT = "againAt";

  private final MongoCollection<Document> scans;
  private final MachineClock clock;

  Scans(MongoDatabase database, MachineClock clock) {
    this.scans = database.getCollection(COLLECTION);
    this.clock = clock;
    Indexing.make(
        scans,
        List.of(
            new IndexModel(Indexes.ascending("event", "state")),
            new IndexModel(
                Indexes.ascending("badge"),
                new IndexOptions().name(WAITING).partialFilterExpression(waiting())),
            new IndexModel(Indexes.ascending("reporter")),
            new IndexModel(
                Indexes.ascending(AGAIN_AT),
                new IndexOptions().partialFilterExpression(Filters.exists(AGAIN_AT, true)))));
  }

  /** Keeps each scan unless its id is taken; {@link #find} tells whose it is then. */
  void keep(Collection<Scan> kept) {
    if (kept.isEmpty()) {
      return;
    }
    try {
      scans.insertMany(
          kept.stream().map(Scan::document).toList(), new InsertManyOptions().ordered(false));
    } catch (MongoBulkWriteException e) {
      if (e.getWriteConcernError() != null
          || e.getWriteErrors().stream().anyMatch(error -> error.getCode() != 11_000)) {
        throw e;
      }
    }
  }

  Map<UUID, Scan> find(Collection<UUID> reports) {
    var found = new HashMap<UUID, Scan>();
    if (!reports.isEmpty()) {
      scans.find(Filters.in("_id", reports)).map(Scan::read).forEach(s -> found.put(s.id(), s));
    }
    return found;
  }

  List<Scan> waitingFor(Collection<UUID> badges) {
    return badges.isEmpty()
        ? List.of()
        : read(Filters.and(Filters.in("badge", badges), waiting()), Integer.MAX_VALUE);
  }

  /** Returns waiting scans by id, from the first or after the last one seen. */
  List<Scan> waitingAfter(@Nullable UUID last, int limit) {
    return read(last == null ? waiting() : Filters.and(waiting(), Filters.gt("_id", last)), limit);
  }

  /** Removes scans that now stand in a meeting; those undone meanwhile stay. */
  void folded(Collection<UUID> ids) {
    scans.deleteMany(
        Filters.and(Filters.in("_id", ids), Filters.in("state", "waiting", "unresolved")));
  }

  void refuse(Collection<UUID> ids) {
    scans.updateMany(
        Filters.and(Filters.in("_id", ids), waiting()), Updates.set("state", "refused"));
  }

  /** Gives up on those of these scans that were made before; returns how many. */
  long giveUp(Collection<UUID> ids, Instant before) {
    return scans
        .updateMany(
            Filters.and(Filters.in("_id", ids), waiting(), Filters.lt("at", Date.from(before))),
            Updates.set("state", "unresolved"))
        .getModifiedCount();
  }

  /** Marks a scan as a mistake; looked at again, in case it is being folded right now. */
  void undo(UUID id) {
    scans.updateOne(
        Filters.and(Filters.eq("_id", id), Filters.in("state", "waiting", "unresolved")),
        Updates.combine(
            Updates.set("state", "undone"),
            Updates.set(AGAIN_AT, Date.from(clock.now().plus(STRAGGLERS)))));
  }

  /** Returns undone scans whose second look is due. */
  List<UUID> undoneToLookAt() {
    return scans
        .find(Filters.lt(AGAIN_AT, Date.from(clock.now())))
        .limit(1_000)
        .map(document -> Scan.read(document).id())
        .into(new ArrayList<>());
  }

  void lookedAt(Collection<UUID> ids) {
    scans.updateMany(Filters.in("_id", ids), Updates.unset(AGAIN_AT));
  }

  /** Returns how many scans wait, over all events. */
  public long waitingCount() {
    return scans.countDocuments(waiting(), new CountOptions().hintString(WAITING));
  }

  /** Whether a scan by one of these people is kept. */
  public boolean knows(Collection<UUID> people) {
    return scans.find(Filters.in("reporter", people)).first() != null;
  }

  /** Drops the scans by a person and of their badges; returns the events that had some. */
  public List<UUID> erase(UUID person, Collection<UUID> badges) {
    var named =
        Filters.or(
            Filters.eq("reporter", person), Filters.and(Filters.in("badge", badges), waiting()));
    var events = scans.distinct("event", named, UUID.class).into(new ArrayList<>());
    scans.deleteMany(named);
    return events;
  }

  private List<Scan> read(Bson filter, int limit) {
    return scans
        .find(filter)
        .sort(Sorts.ascending("_id"))
        .limit(limit)
        .map(Scan::read)
        .into(new ArrayList<>());
  }

  private static Bson waiting() {
    return Filters.eq("state", WAITING);
  }
}
