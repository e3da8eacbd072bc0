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
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** How many links are mailed to one person: five in any hour of machine time, twenty in any day. */
@Component
public class FreshLinkAllowance {

  private static final int AN_HOUR = 5;
  private static final int A_DAY = 20;

  private final MongoCollection<Document> documents;
  private final MachineClock clock;

  FreshLinkAllowance(MongoDatabase database, MachineClock clock) {
    this.documents = database.getCollection("linkMails");
    this.clock = clock;
  }

  /** Takes one; false when all of the hour or of the day are used. */
  boolean take(UUID person) {
    var now = clock.now();
    try {
      documents.updateOne(
          Filters.and(
              Filters.eq("_id", person),
              fewer(AN_HOUR, now.minus(Duration.ofHours(1))),
              fewer(A_DAY, now.minus(Duration.ofDays(1)))),
          Updates.pushEach(
              "at", List.of(Date.from(now)), new PushOptions().position(0).slice(A_DAY)),
          new UpdateOptions().upsert(true));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  /** The last twenty are kept, the newest first. */
  private static Bson fewer(int most, Instant since) {
    var last = "at." + (most - 1);
    return Filters.or(Filters.exists(last, false), Filters.lt(last, Date.from(since)));
  }

  /** Forgets when erased people asked. */
  public void forget(Collection<UUID> people) {
    documents.deleteMany(Filters.in("_id", people));
  }
}
