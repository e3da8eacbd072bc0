package dev.rapport.followup.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What other services own and this one needs, each document only ever replaced by a newer one. */
final class Copies<T> {

  private static final int DUPLICATE_KEY = 11_000;

  private final MongoCollection<Document> documents;
  private final Function<Document, T> read;

  Copies(MongoCollection<Document> documents, Function<Document, T> read) {
    this.documents = documents;
    this.read = read;
  }

  /** Stores those that are newer than what is there; each has {@code _id} and {@code rev}. */
  void store(List<Document> newer) {
    if (newer.isEmpty()) {
      return;
    }
    var writes = new ArrayList<WriteModel<Document>>(newer.size());
    for (var document : newer) {
      var older =
          Filters.and(
              Filters.eq("_id", document.get("_id")), Filters.lt("rev", document.get("rev")));
      writes.add(new ReplaceOneModel<>(older, document, new ReplaceOptions().upsert(true)));
    }
    // Another instance may have inserted an older state in between: the second round sees it.
    if (write(writes)) {
      return;
    }
    write(writes);
  }

  /** Writes; false when some keys were there, as new as this or inserted at this moment. */
  private boolean write(List<WriteModel<Document>> writes) {
    try {
      documents.bulkWrite(writes, new BulkWriteOptions().ordered(false));
      return true;
    } catch (MongoBulkWriteException e) {
      if (e.getWriteConcernError() != null
          || e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
        throw e;
      }
      return false;
    }
  }

  Map<UUID, T> byId(Collection<UUID> ids) {
    var found = new HashMap<UUID, T>();
    if (!ids.isEmpty()) {
      documents
          .find(Filters.in("_id", ids))
          .forEach(d -> found.put(FollowUpDocument.uuid(d, "_id"), read.apply(d)));
    }
    return found;
  }

  List<T> find(Bson filter, Bson sort, int limit) {
    return documents.find(filter).sort(sort).limit(limit).map(read::apply).into(new ArrayList<>());
  }
}
