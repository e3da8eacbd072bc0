package dev.rapport.followup.nurture;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import dev.rapport.messaging.Ids;
import dev.rapport.messaging.Indexing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** One document per owner and contact, changed only on the revision that was read. */
final class Ties {

  private static final int DUPLICATE_KEY = 11_000;

  private final MongoCollection<Document> ties;
  private final Ids ids;

  Ties(MongoDatabase database, Ids ids) {
    this.ids = ids;
    this.ties = database.getCollection("ties");
    Indexing.make(
        ties,
        List.of(
            new IndexModel(Indexes.ascending("owner", "_id"), new IndexOptions().name("owner")),
            new IndexModel(
                Indexes.ascending("owner", TieDocument.KEPT),
                new IndexOptions()
                    .name("kept")
                    .partialFilterExpression(Filters.eq(TieDocument.KEPT, true))),
            new IndexModel(
                Indexes.ascending("owner", TieDocument.OUTSIDE),
                new IndexOptions()
                    .name("outside")
                    .partialFilterExpression(Filters.exists(TieDocument.OUTSIDE, true))),
            new IndexModel(Indexes.ascending("contact"), new IndexOptions().name("contact"))));
  }

  /** Whose tie, and to whom. */
  record Pair(UUID owner, UUID contact) {}

  UUID id(Pair pair) {
    return ids.of("tie", pair.owner(), pair.contact());
  }

  /** Takes these steps, each with what is there; returns what the ties are now. */
  Map<UUID, Tie> change(Map<Pair, UnaryOperator<Tie>> steps) {
    var pairs = new HashMap<UUID, Pair>();
    steps.keySet().forEach(pair -> pairs.put(id(pair), pair));
    // Whoever comes second reads again what the first has written, until nothing is left to write.
    while (true) {
      var known = byId(pairs.keySet());
      var writes = new ArrayList<WriteModel<Document>>();
      var result = new HashMap<UUID, Tie>();
      steps.forEach(
          (pair, step) -> {
            var id = id(pair);
            var current = known.get(id);
            var from = current == null ? Tie.none(id, pair.owner(), pair.contact()) : current;
            var next = step.apply(from);
            if (next.equals(from)) {
              result.put(id, from);
              return;
            }
            var written = next.next();
            result.put(id, written);
            writes.add(write(written, current == null));
          });
      if (writes.isEmpty() || areWritten(writes)) {
        return result;
      }
    }
  }

  private static WriteModel<Document> write(Tie tie, boolean isNew) {
    var document = TieDocument.write(tie);
    return isNew
        ? new InsertOneModel<>(document)
        : new ReplaceOneModel<>(
            Filters.and(Filters.eq("_id", tie.id()), Filters.eq("rev", tie.rev() - 1)), document);
  }

  private boolean areWritten(List<WriteModel<Document>> writes) {
    try {
      var done = ties.bulkWrite(writes, new BulkWriteOptions().ordered(false));
      return done.getInsertedCount() + done.getMatchedCount() == writes.size();
    } catch (MongoBulkWriteException e) {
      if (e.getWriteConcernError() != null
          || e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
        throw e;
      }
      return false;
    }
  }

  Map<UUID, Tie> byId(Collection<UUID> wanted) {
    var found = new HashMap<UUID, Tie>();
    read(Filters.in("_id", wanted)).forEach(tie -> found.put(tie.id(), tie));
    return found;
  }

  /** Those with a cadence. */
  List<Tie> kept(Collection<UUID> owners) {
    return read(Filters.and(Filters.in("owner", owners), Filters.eq(TieDocument.KEPT, true)));
  }

  /** Those who met outside any event after a moment, as far as there is something to say. */
  List<Tie> metOutside(Collection<UUID> owners, Instant after) {
    return read(
        Filters.and(
            Filters.in("owner", owners), Filters.gt(TieDocument.OUTSIDE, Date.from(after))));
  }

  /** An owner's ties in the order of their ids. */
  List<Tie> of(UUID owner, @Nullable UUID after, int limit) {
    Bson mine = Filters.eq("owner", owner);
    return ties.find(after == null ? mine : Filters.and(mine, Filters.gt("_id", after)))
        .sort(Sorts.ascending("_id"))
        .limit(limit)
        .map(TieDocument::read)
        .into(new ArrayList<>());
  }

  /** Those of which lists may speak that are these people's, or are about them. */
  List<Tie> around(Collection<UUID> people) {
    return read(
        Filters.and(
            Filters.or(Filters.in("owner", people), Filters.in("contact", people)),
            Filters.or(Filters.eq(TieDocument.KEPT, true), Filters.exists(TieDocument.OUTSIDE))));
  }

  /** Gives these another revision, though nothing of them has changed. */
  void raise(Collection<Tie> some) {
    if (!some.isEmpty()) {
      ties.updateMany(
          Filters.in("_id", some.stream().map(Tie::id).toList()), Updates.inc("rev", 1L));
    }
  }

  void forget(Collection<UUID> people) {
    ties.deleteMany(Filters.in("owner", people));
    ties.deleteMany(Filters.in("contact", people));
  }

  private List<Tie> read(Bson filter) {
    return ties.find(filter).map(TieDocument::read).into(new ArrayList<>());
  }
}
