package dev.rapport.notification.suppression;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.rapport.messaging.EventClock;
import dev.rapport.messaging.Indexing;
import dev.rapport.notification.model.Notification;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Who wants no more mails of a purpose. */
@Component
public class Suppressions {

  private final MongoCollection<Document> documents;
  private final EventClock clock;

  Suppressions(MongoDatabase database, EventClock clock) {
    this.documents = database.getCollection("suppressions");
    this.clock = clock;
    Indexing.make(documents, Indexes.ascending("recipient"));
  }

  /** Records that a person wants no more mails of a purpose; a repeat changes nothing. */
  void add(UUID recipient, String purpose) {
    documents.updateOne(
        Filters.eq("_id", key(recipient, purpose)),
        Updates.combine(
            Updates.setOnInsert("recipient", recipient),
            Updates.setOnInsert("at", Date.from(clock.now()))),
        new UpdateOptions().upsert(true));
  }

  /** Takes it back. */
  void remove(UUID recipient, String purpose) {
    documents.deleteOne(Filters.eq("_id", key(recipient, purpose)));
  }

  boolean has(UUID recipient, String purpose) {
    return documents.countDocuments(Filters.eq("_id", key(recipient, purpose))) > 0;
  }

  /** Returns the ids of those of these notifications that their recipients do not want. */
  public Set<UUID> among(List<Notification> notifications) {
    var keys = notifications.stream().map(Suppressions::key).collect(Collectors.toSet());
    var found = new HashSet<String>();
    documents.find(Filters.in("_id", keys)).forEach(d -> found.add(d.get("_id", "")));
    return notifications.stream()
        .filter(notification -> found.contains(key(notification)))
        .map(Notification::id)
        .collect(Collectors.toSet());
  }

  /** Forgets what erased people said. */
  public void forget(Collection<UUID> people) {
    documents.deleteMany(Filters.in("recipient", people));
  }

  private static String key(Notification notification) {
    return key(notification.recipient(), notification.purpose().stoppedBy().word());
  }

  private static String key(UUID recipient, String purpose) {
    return recipient + "/" + purpose;
  }
}
