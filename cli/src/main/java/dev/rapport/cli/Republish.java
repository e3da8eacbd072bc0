package dev.rapport.cli;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Marks what a service owes to topics as not said yet; its sweep says it then. What owes is known
 * by the outbox's index, so nothing here knows a service.
 */
record Republish(MongoDatabase database) {

  /** Of every outbox. */
  private static final String INDEX = "pending";

  /**
   * An erased meeting's stub says nothing any more and counts by the revision that others know: it
   * keeps it.
   */
  private static final String SILENT_WHEN_ERASED = "meetings";

  /** The collections that owe their documents' state to a topic. */
  List<String> owing() {
    var names = new ArrayList<String>();
    for (var name : database.listCollectionNames()) {
      for (var index : database.getCollection(name).listIndexes()) {
        if (INDEX.equals(index.getString("name"))) {
          names.add(name);
        }
      }
    }
    names.sort(null);
    return names;
  }

  /**
   * Marks all documents of these collections.
   *
   * @param raise by how much revisions go up, 0 to leave them
   * @return how many were marked, by collection
   */
  Map<String, Long> mark(List<String> collections, long raise) {
    var marked = new TreeMap<String, Long>();
    for (var name : collections) {
      MongoCollection<Document> documents = database.getCollection(name);
      marked.put(
          name, documents.updateMany(which(name, raise), List.of(owed(raise))).getModifiedCount());
    }
    return marked;
  }

  private static Bson which(String collection, long raise) {
    var filters = new ArrayList<Bson>(List.of(Filters.exists("rev")));
    if (raise == 0) {
      filters.add(Filters.exists("pendingRev", false));
    }
    if (collection.equals(SILENT_WHEN_ERASED)) {
      filters.add(Filters.ne("erased", true));
    }
    return Filters.and(filters);
  }

  private static Document owed(long raise) {
    var rev = new Document("$add", List.of("$rev", raise));
    // A count's revision is drawn from another field, which must not fall behind it.
    var drawn =
        new Document(
            "$cond",
            List.of(
                new Document("$eq", List.of(new Document("$type", "$drawn"), "missing")),
                "$$REMOVE",
                new Document("$add", List.of("$drawn", raise))));
    return new Document(
        "$set",
        new Document("rev", rev)
            .append("drawn", drawn)
            .append("pendingRev", rev)
            .append("pendingSince", "$$NOW"));
  }
}
