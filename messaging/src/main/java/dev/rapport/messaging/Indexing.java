package dev.rapport.messaging;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Makes the indexes of a collection at start, where they are missing. Over millions of documents
 * that takes minutes, and all other calls have seconds: a build that is given up is undone, and the
 * next start begins it anew. So it is never given up here; how long a start may take is for the
 * orchestrator to say, and a build goes on when whoever asked for it is gone.
 */
public final class Indexing {

  private static final long NO_END = 0;

  private Indexing() {}

  /** Makes several at once. */
  public static void make(MongoCollection<Document> documents, List<IndexModel> indexes) {
    documents
        .listIndexes()
        .first(); // in its own time: without an end, a database is waited for, too
    documents.withTimeout(NO_END, TimeUnit.MILLISECONDS).createIndexes(indexes);
  }

  /** Makes one. */
  public static void make(MongoCollection<Document> documents, Bson keys) {
    make(documents, keys, new IndexOptions());
  }

  /** Makes one that is named, unique, partial, or lets documents expire. */
  public static void make(MongoCollection<Document> documents, Bson keys, IndexOptions options) {
    make(documents, List.of(new IndexModel(keys, options)));
  }
}
