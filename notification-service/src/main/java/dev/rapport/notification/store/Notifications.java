package dev.rapport.notification.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import dev.rapport.messaging.Indexing;
import dev.rapport.notification.model.Due;
import dev.rapport.notification.model.Notification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/**
 * Where notifications are kept. What followup-service says is merged under the document's version:
 * a word that meets another writer is read and merged again.
 */
@Component
public class Notifications {

  /** The collection's name. */
  public static final String COLLECTION = "notifications";

  private static final int DUPLICATE_KEY = 11_000;

  /** So many requests are followed to a mail, the latest; each is noted at every attempt. */
  private static final int MOST_TRACES = 25;

  private final MongoCollection<Document> documents;

  Notifications(MongoDatabase database) {
    documents = database.getCollection(COLLECTION);
    Indexing.make(
        documents,
        List.of(
            new IndexModel(
                Indexes.ascending("purpose", "sendAt"),
                new IndexOptions()
                    .name("dueByPurpose")
                    .partialFilterExpression(Filters.eq("open", true))),
            new IndexModel(Indexes.ascending("recipient", "_id"))));
  }

  /** Merges what was heard, in its order, and returns the notifications as they are now. */
  public Map<UUID, Notification> hear(List<Due> heard, Instant now) {
    return hear(heard, Map.of(), now);
  }

  /**
   * The same.
   *
   * @param traces the requests that they go back to, by notification, where they are followed
   */
  public Map<UUID, Notification> hear(List<Due> heard, Map<UUID, Set<String>> traces, Instant now) {
    Map<UUID, List<Due>> byNotification = new LinkedHashMap<>();
    for (var due : heard) {
      byNotification.computeIfAbsent(due.notification(), id -> new ArrayList<>()).add(due);
    }
    Map<UUID, Notification> result = new HashMap<>();
    var open = byNotification;
    while (!open.isEmpty()) {
      var known = find(open.keySet());
      var writes = new ArrayList<WriteModel<Document>>();
      for (var entry : open.entrySet()) {
        var words = entry.getValue();
        var before = known.get(entry.getKey());
        var after = before == null ? words.getFirst().start() : before;
        for (var word : words) {
          after = after.hear(word, now);
        }
        result.put(entry.getKey(), after);
        if (!after.equals(before)) {
          writes.add(merge(after, traces.getOrDefault(after.id(), Set.of())));
        }
      }
      // Whoever else wrote in between made some of these stale: all are read again until none is.
      open = written(writes) ? Map.of() : open;
    }
    return result;
  }

  /** Returns those of these notifications that exist. */
  public Map<UUID, Notification> find(Collection<UUID> ids) {
    var found = new HashMap<UUID, Notification>();
    for (var document : documents.find(Filters.in("_id", ids))) {
      var notification = Codec.notification(document);
      found.put(notification.id(), notification);
    }
    return found;
  }

  /**
   * Takes out what servers said about mails to these people, who may be quoted there, and of what
   * is still to be sent the lines that they wrote to others, and what they care about.
   */
  public void forget(Collection<UUID> people) {
    documents.updateMany(
        Filters.and(Filters.in("recipient", people), Filters.exists("attempts.text", true)),
        Updates.unset("attempts.$[].text"));
    documents.updateMany(
        Filters.and(Filters.eq("open", true), Filters.in("items.person", people)),
        Updates.combine(Updates.unset("items.$[i].words"), Updates.inc(Codec.VERSION, 1L)),
        new UpdateOptions().arrayFilters(List.of(Filters.in("i.person", people))));
    var ofThem =
        Filters.or(
            Filters.in("recipient", people),
            Filters.in("items.person", people),
            Filters.in("items.other", people));
    documents.updateMany(
        Filters.and(Filters.eq("open", true), Filters.exists("items.topics"), ofThem),
        Updates.combine(Updates.unset("items.$[].topics"), Updates.inc(Codec.VERSION, 1L)));
  }

  private boolean written(List<WriteModel<Document>> writes) {
    if (writes.isEmpty()) {
      return true;
    }
    try {
      var result = documents.bulkWrite(writes, new BulkWriteOptions().ordered(false));
      return result.getMatchedCount() + result.getUpserts().size() == writes.size();
    } catch (MongoBulkWriteException e) {
      if (e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
        throw e;
      }
      return false;
    }
  }

  private static WriteModel<Document> merge(Notification after, Set<String> traces) {
    var changes = new ArrayList<Bson>();
    if (!traces.isEmpty()) {
      changes.add(
          Updates.pushEach(
              Codec.TRACES, List.copyOf(traces), new PushOptions().slice(-MOST_TRACES)));
    }
    changes.add(Updates.set(Codec.VERSION, after.version() + 1));
    changes.add(Updates.set("items", after.items().stream().map(Codec::item).toList()));
    changes.add(Updates.setOnInsert("recipient", after.recipient()));
    changes.add(Updates.setOnInsert("purpose", after.purpose().word()));
    changes.add(Updates.setOnInsert("slot", after.slot().toString()));
    changes.add(after.isOpen() ? Updates.set("open", true) : Updates.unset("open"));
    var window = after.window();
    var sendAt = after.sendAt();
    if (window != null && sendAt != null) {
      changes.add(Updates.set("from", Date.from(window.from())));
      changes.add(Updates.set("to", Date.from(window.to())));
      changes.add(Updates.set("sendAt", Date.from(sendAt)));
    }
    if (after.stage() == Notification.Stage.CLAIMED) {
      // Seen by the claimant's mark: what was taken back must not go on the wire unseen.
      changes.add(Updates.set(Wire.RECHECK, true));
    }
    var expected =
        after.version() == 0
            ? Filters.exists(Codec.VERSION, false)
            : Filters.eq(Codec.VERSION, after.version());
    return new UpdateOneModel<>(
        Filters.and(Filters.eq("_id", after.id()), expected),
        Updates.combine(changes),
        new UpdateOptions().upsert(after.version() == 0));
  }
}
