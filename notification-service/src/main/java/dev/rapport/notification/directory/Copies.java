package dev.rapport.notification.directory;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;

/** Copies by revision: a document is replaced only where its revision is lower. */
record Copies(MongoCollection<Document> documents) {

  private static final int DUPLICATE_KEY = 11_000;

  void store(List<Document> changed) {
    if (changed.isEmpty()) {
      return;
    }
    var writes =
        newest(changed).values().stream()
            .map(
                document ->
                    new ReplaceOneModel<>(
                        Filters.and(
                            Filters.eq("_id", document.get("_id")),
                            Filters.lt("rev", document.get("rev"))),
                        document,
                        new ReplaceOptions().upsert(true)))
            .toList();
    // Another instance may have inserted an older state in between: the second round sees it.
    if (write(writes)) {
      return;
    }
    write(writes);
  }

  /** Writes; false when some keys were there, as new as this or inserted at this moment. */
  private boolean write(List<ReplaceOneModel<Document>> writes) {
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

  private static Map<Object, Document> newest(List<Document> changed) {
    var newest = new HashMap<Object, Document>();
    for (var document : changed) {
      newest.merge(
          Objects.requireNonNull(document.get("_id")),
          document,
          (one, other) -> rev(one) >= rev(other) ? one : other);
    }
    return newest;
  }

  private static long rev(Document document) {
    return Objects.requireNonNull(document.get("rev", Number.class)).longValue();
  }
}
