package dev.rapport.notification.link;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.rapport.messaging.MachineClock;
import java.time.Duration;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** How many links are mailed: five in any hour of machine time to one person. */
@Component
public class FreshLinkAllowance {

  private static final int MOST = 5;
  private static final Duration WITHIN = Duration.ofHours(1);

  private final MongoCollection<Document> documents;
  private final MachineClock clock;

  FreshLinkAllowance(MongoDatabase database, MachineClock clock) {
    this.documents = database.getCollection("linkMails");
    this.clock = clock;
  }

  /** Takes one of the five; false when all are used. */
  boolean take(UUID person) {
    var now = clock.now();
    var old = Date.from(now.minus(WITHIN));
    try {
      documents.updateOne(
          Filters.and(
              Filters.eq("_id", person),
              // The last five are kept: there are fewer, or the oldest of them is over.
              Filters.or(Filters.exists("at." + (MOST - 1), false), Filters.lt("at.0", old))),
          Updates.pushEach("at", List.of(Date.from(now)), new PushOptions().slice(-MOST)),
          new UpdateOptions().upsert(true));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  /** Forgets when erased people asked. */
  public void forget(Collection<UUID> people) {
    documents.deleteMany(Filters.in("_id", people));
  }
}
