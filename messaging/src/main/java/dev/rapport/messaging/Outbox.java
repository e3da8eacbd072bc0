package dev.rapport.messaging;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Sends the current state of changed documents until the broker has it. A writer sets {@code
 * pendingRev} (equal to the document's {@code rev}) and {@code pendingSince} (machine time) in the
 * same write as the change; there is no payload, so nothing can be stale.
 *
 * <p>A clear takes what was pending up to the revision that was sent. One that does not match means
 * that the document moved on while it was being sent. Then it is sent again, so that the last
 * record of a key is the newest state even when two instances interleave.
 */
public final class Outbox {

  /** The field that holds the revision that is not sent yet. */
  public static final String PENDING_REV = "pendingRev";

  /** The field that holds since when, in machine time. */
  public static final String PENDING_SINCE = "pendingSince";

  private static final int SWEPT_AT_ONCE = 1_000;

  /** The instance that changed a document sends right away; the sweep is for what it left. */
  private static final Duration LEFT_BEHIND = Duration.ofSeconds(2);

  private final MongoCollection<Document> documents;
  private final Function<Document, List<Outgoing>> messages;
  private final Publisher publisher;
  private final MachineClock clock;

  /**
   * Takes how a document becomes messages; the function sees the whole document. Makes the index
   * that the sweep reads, which holds only what is pending.
   */
  public Outbox(
      MongoCollection<Document> documents,
      Function<Document, List<Outgoing>> messages,
      Publisher publisher,
      MachineClock clock) {
    this.documents = documents;
    this.messages = messages;
    this.publisher = publisher;
    this.clock = clock;
    publisher.owes(documents.getNamespace().getCollectionName(), this::oldest);
    Indexing.make(
        documents,
        Indexes.ascending(PENDING_SINCE),
        new IndexOptions()
            .name("pending")
            .partialFilterExpression(Filters.exists(PENDING_SINCE, true)));
  }

  /** The part of an update that leaves a document pending. */
  public static Bson pending(long rev, MachineClock clock) {
    return Updates.combine(
        Updates.set(PENDING_REV, rev), Updates.set(PENDING_SINCE, Date.from(clock.now())));
  }

  /**
   * Sends what is pending among these documents and clears it.
   *
   * @throws NotSent if the broker did not acknowledge; the documents stay pending
   */
  public void send(Collection<?> ids) {
    if (!ids.isEmpty()) {
      sendAll(read(Filters.and(Filters.in("_id", ids), Filters.exists(PENDING_REV, true))));
    }
  }

  /** Sends what has been pending for seconds; true when there was any. */
  public boolean sweep() {
    var left =
        documents
            .find(Filters.lt(PENDING_SINCE, Date.from(clock.now().minus(LEFT_BEHIND))))
            .sort(Sorts.ascending(PENDING_SINCE))
            .limit(SWEPT_AT_ONCE)
            .into(new ArrayList<>());
    sendAll(left);
    return !left.isEmpty();
  }

  private @Nullable Instant oldest() {
    var oldest =
        documents
            .find(Filters.exists(PENDING_SINCE, true))
            .projection(Projections.include(PENDING_SINCE))
            .sort(Sorts.ascending(PENDING_SINCE))
            .first();
    return oldest == null ? null : oldest.getDate(PENDING_SINCE).toInstant();
  }

  private void sendAll(List<Document> found) {
    var current = found;
    while (!current.isEmpty()) {
      publisher.send(current.stream().map(messages).flatMap(List::stream).toList());
      current = clear(current) == current.size() ? List.of() : movedOn(current);
    }
  }

  private long clear(List<Document> sent) {
    Map<Long, List<Object>> byRev = new HashMap<>();
    for (var document : sent) {
      byRev.computeIfAbsent(rev(document), r -> new ArrayList<>()).add(id(document));
    }
    var clears = new ArrayList<WriteModel<Document>>();
    byRev.forEach(
        (rev, ids) ->
            clears.add(
                new UpdateManyModel<>(
                    Filters.and(Filters.in("_id", ids), Filters.lte(PENDING_REV, rev)),
                    Updates.combine(Updates.unset(PENDING_REV), Updates.unset(PENDING_SINCE)))));
    return documents.bulkWrite(clears).getMatchedCount();
  }

  private List<Document> movedOn(List<Document> sent) {
    var revs = new HashMap<Object, Long>();
    sent.forEach(document -> revs.put(id(document), rev(document)));
    var now = read(Filters.in("_id", revs.keySet()));
    now.removeIf(document -> Objects.equals(revs.get(id(document)), rev(document)));
    return now;
  }

  private List<Document> read(Bson filter) {
    return documents.find(filter).into(new ArrayList<>());
  }

  private static Object id(Document document) {
    return Objects.requireNonNull(document.get("_id"));
  }

  private static long rev(Document document) {
    return Objects.requireNonNull(document.get("rev", Number.class)).longValue();
  }
}
