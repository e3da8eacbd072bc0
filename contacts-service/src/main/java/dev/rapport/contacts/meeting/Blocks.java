package dev.rapport.contacts.meeting;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.rapport.messaging.Ids;
import dev.rapport.messaging.MachineClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * Who blocked whom, in both directions and at all events. The block is written first and applied to
 * the pair's meetings then; it is applied once more a minute later, for a report that had asked for
 * blocks before and wrote its meeting after, and died in between.
 */
@Component
public class Blocks {

  /** Longer than any request lives. */
  private static final Duration STRAGGLERS = Duration.ofMinutes(1);

  private static final String AGAIN_AT = "againAt";

  private final Ids ids;
  private final MongoCollection<Document> blocks;
  private final MongoCollection<Document> meetings;
  private final Telling telling;
  private final Dirty dirty;
  private final MachineClock clock;

  Blocks(Ids ids, MongoDatabase database, Telling telling, Dirty dirty, MachineClock clock) {
    this.ids = ids;
    this.blocks = database.getCollection("blocks");
    this.meetings = database.getCollection(Meetings.COLLECTION);
    this.telling = telling;
    this.dirty = dirty;
    this.clock = clock;
    blocks.createIndexes(
        List.of(
            new IndexModel(Indexes.ascending("people")),
            new IndexModel(
                Indexes.ascending(AGAIN_AT),
                new IndexOptions().partialFilterExpression(Filters.exists(AGAIN_AT, true)))));
  }

  /** Returns those pairs with a block between them. */
  public Set<Pair> among(Collection<Pair> pairs) {
    var byId = new HashMap<UUID, Pair>();
    pairs.forEach(pair -> byId.put(pair.block(ids), pair));
    var found = new HashSet<Pair>();
    blocks
        .find(Filters.in("_id", byId.keySet()))
        .projection(new Document("_id", 1))
        .forEach(block -> found.add(byId.get(StoredMeeting.uuid(block, "_id"))));
    return found;
  }

  /** Sets a block; setting it again changes nothing. */
  public void block(Pair pair) {
    blocks.updateOne(
        Filters.eq("_id", pair.block(ids)),
        Updates.combine(
            Updates.setOnInsert("people", pair.people()),
            Updates.setOnInsert(AGAIN_AT, Date.from(clock.now().plus(STRAGGLERS)))),
        new UpdateOptions().upsert(true));
    apply(pair);
  }

  /** Ends what the pair's meetings count for. */
  void apply(Pair pair) {
    var ofPair = Filters.and(Filters.all("people", pair.people()), Filters.ne("erased", true));
    var touched = meetings.find(ofPair).map(StoredMeeting::of).into(new ArrayList<>());
    touched.forEach(meeting -> dirty.mark(meeting.event()));
    meetings.updateMany(ofPair, Derivation.blocking(clock.now()));
    touched.forEach(meeting -> dirty.mark(meeting.event()));
    telling.soon(touched.stream().map(StoredMeeting::id).toList());
  }

  /** Applies again what is due for it; true when there was any. */
  boolean again() {
    var now = clock.now();
    // Put off first: one that is stuck stops no other.
    var due =
        blocks.findOneAndUpdate(
            Filters.lt(AGAIN_AT, Date.from(now)),
            Updates.set(AGAIN_AT, Date.from(now.plus(STRAGGLERS))));
    if (due == null) {
      return false;
    }
    var people = due.getList("people", UUID.class);
    apply(Pair.of(people.get(0), people.get(1)));
    blocks.updateOne(Filters.eq("_id", due.get("_id")), Updates.unset(AGAIN_AT));
    return true;
  }

  /** Forgets the blocks of a person who is erased; nobody can meet them any more. */
  public void erase(UUID person) {
    blocks.deleteMany(Filters.eq("people", person));
  }
}
