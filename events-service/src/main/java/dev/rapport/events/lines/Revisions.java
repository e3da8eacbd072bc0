package dev.rapport.events.lines;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Reads many documents, lets a rule decide about each, and writes what changed in one unordered
 * bulk. Every write names the revision that it was decided on; one that lost a race is read and
 * decided again, alone.
 */
public final class Revisions {

  private static final int DUPLICATE_KEY = 11000;
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  private final MongoCollection<Document> documents;

  public Revisions(MongoCollection<Document> documents) {
    this.documents = documents;
  }

  /** Decides one line on its document's current state. */
  public interface Rule<R> {

    /** Decides; called again when the document moved on in between. */
    Step<R> decide(int line, @Nullable Document current);

    /** What to answer when the write was refused by a unique index other than that of the ids. */
    default R taken(int line) {
      throw new IllegalStateException("A write hit a unique index that its rule does not know of");
    }
  }

  /** A decision; without a write nothing changes. */
  public record Step<R>(@Nullable WriteModel<Document> write, R result) {

    /** Nothing to write. */
    public static <R> Step<R> unchanged(R result) {
      return new Step<>(null, result);
    }

    /** A document that was not there. */
    public static <R> Step<R> insert(Document document, R result) {
      return new Step<>(new InsertOneModel<>(document), result);
    }

    /**
     * A document that was there; {@code asRead} matches the state that was decided on. As an
     * upsert, a mismatch is reported as a duplicate of the id, by line: a mere count would not say
     * whose.
     */
    public static <R> Step<R> replace(Bson asRead, Document document, R result) {
      return new Step<>(
          new ReplaceOneModel<>(asRead, document, new ReplaceOptions().upsert(true)), result);
    }
  }

  /** Applies the rule to all lines; two lines of one document follow each other. */
  public <R> List<R> apply(List<UUID> ids, Rule<R> rule) {
    var results = new TreeMap<Integer, R>();
    var open = new ArrayList<>(IntStream.range(0, ids.size()).boxed().toList());
    while (!open.isEmpty()) {
      var round = firstOfEachDocument(open, ids);
      var lost = round(round, ids, rule, results);
      open.removeAll(new HashSet<>(round));
      open.addAll(0, lost);
    }
    return List.copyOf(results.values());
  }

  private <R> List<Integer> round(
      List<Integer> round, List<UUID> ids, Rule<R> rule, Map<Integer, R> results) {
    var current = read(round.stream().map(ids::get).toList());
    var writes = new ArrayList<WriteModel<Document>>();
    var writers = new ArrayList<Integer>();
    for (var line : round) {
      var step = rule.decide(line, current.get(ids.get(line)));
      results.put(line, step.result());
      var write = step.write();
      if (write != null) {
        writes.add(write);
        writers.add(line);
      }
    }
    var lost = new ArrayList<Integer>();
    for (var error : write(writes)) {
      var line = writers.get(error.getIndex());
      if (error.getMessage().contains(" index: _id_ ")) {
        lost.add(line);
      } else {
        results.put(line, rule.taken(line));
      }
    }
    return lost;
  }

  private static List<Integer> firstOfEachDocument(List<Integer> open, List<UUID> ids) {
    var seen = new HashSet<UUID>();
    return open.stream().filter(line -> seen.add(ids.get(line))).toList();
  }

  private Map<UUID, Document> read(List<UUID> ids) {
    var found = new HashMap<UUID, Document>();
    documents
        .find(Filters.in("_id", ids))
        .forEach(
            document ->
                found.put(Objects.requireNonNull(document.get("_id", UUID.class)), document));
    return found;
  }

  private List<BulkWriteError> write(List<WriteModel<Document>> writes) {
    if (writes.isEmpty()) {
      return List.of();
    }
    try {
      documents.bulkWrite(writes, UNORDERED);
      return List.of();
    } catch (MongoBulkWriteException e) {
      var errors = e.getWriteErrors();
      if (e.getWriteConcernError() != null
          || errors.stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
        throw e;
      }
      return errors;
    }
  }
}
