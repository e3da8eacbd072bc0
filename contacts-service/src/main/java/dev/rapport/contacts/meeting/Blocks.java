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
import dev.rapport.messaging.Indexing;
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
 * Who is parted by a block, in both directions and at all events: {@code {_id, people, by?:
 * {<follow-up>: {rev, held}}, againAt?}}. A block holds while a follow-up is left on which one of
 * the two says so; one from before this was kept has no {@code by} and holds until it is heard of
 * again.
 *
 * <p>The block is written first and applied to the pair's meetings then; it is applied once more a
 * minute later, for a report that had asked for blocks before and wrote its meeting after, and died
 * in between. Lifting one leaves meetings as they are; a new report counts.
 */
@Component
public class Blocks {

  /** Longer than any request lives. */
  private static final Duration STRAGGLERS = Duration.ofMinutes(1);

  private static final String AGAIN_AT = "againAt";
  private static final String BY = "by";
  private static final String HELD = "held";

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
    Indexing.make(
        blocks,
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
        .projection(new Document(BY, 1))
        .forEach(
            block -> {
              if (isHeld(block)) {
                found.add(byId.get(StoredMeeting.uuid(block, "_id")));
              }
            });
    return found;
  }

  /**
   * What is said on a follow-up of two people.
   *
   * @param rev the follow-up's
   * @param blocks whether one of the two, or both, block the other
   */
  public record Word(Pair pair, UUID followUp, long rev, boolean blocks) {}

  /** Takes over who is parted, and no longer; what is older than what is known changes nothing. */
  public void heard(List<Word> words) {
    words.stream().filter(Word::blocks).forEach(this::block);
    var known = new HashSet<UUID>();
    var wanted = words.stream().filter(word -> !word.blocks()).map(this::id).distinct().toList();
    blocks
        .find(Filters.in("_id", wanted))
        .projection(new Document("_id", 1))
        .forEach(block -> known.add(StoredMeeting.uuid(block, "_id")));
    words.stream().filter(w -> !w.blocks() && known.contains(id(w))).forEach(this::lift);
  }

  private void block(Word word) {
    var id = id(word);
    blocks.updateOne(
        Filters.eq("_id", id),
        Updates.setOnInsert("people", word.pair().people()),
        new UpdateOptions().upsert(true));
    var field = BY + "." + word.followUp();
    blocks.updateOne(
        Filters.and(Filters.eq("_id", id), Filters.not(Filters.gte(field + ".rev", word.rev()))),
        Updates.combine(
            Updates.set(field, new Document("rev", word.rev()).append(HELD, true)),
            Updates.set(AGAIN_AT, Date.from(clock.now().plus(STRAGGLERS)))));
    // One that was lifted since, and is heard again, parts nobody.
    if (among(List.of(word.pair())).contains(word.pair())) {
      apply(word.pair());
    }
  }

  private void lift(Word word) {
    var field = BY + "." + word.followUp();
    blocks.updateOne(
        Filters.and(Filters.eq("_id", id(word)), Filters.lt(field + ".rev", word.rev())),
        Updates.set(field, new Document("rev", word.rev()).append(HELD, false)));
  }

  private static boolean isHeld(Document block) {
    var by = block.get(BY, Document.class);
    return by == null
        || by.values().stream()
            .anyMatch(one -> one instanceof Document said && said.getBoolean(HELD, false));
  }

  private UUID id(Word word) {
    return word.pair().block(ids);
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
    var pair = Pair.of(people.get(0), people.get(1));
    if (isHeld(due)) {
      apply(pair);
    }
    blocks.updateOne(Filters.eq("_id", due.get("_id")), Updates.unset(AGAIN_AT));
    return true;
  }

  /** Forgets the blocks of a person who is erased; nobody can meet them any more. */
  public void erase(UUID person) {
    blocks.deleteMany(Filters.eq("people", person));
  }
}
