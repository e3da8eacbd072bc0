package dev.rapport.notification.mastodon;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import dev.rapport.messaging.MachineClock;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * How often a person may name a server to link an account at: each time one that somebody else runs
 * is called, and may be asked to register us. Ten times, and ten more an hour later; thirty times,
 * and thirty more a day later.
 */
@Component
class LinkingAllowance {

  private static final BucketConfiguration CONFIGURATION =
      BucketConfiguration.builder()
          .addLimit(limit -> limit.capacity(10).refillIntervally(10, Duration.ofHours(1)))
          .addLimit(limit -> limit.capacity(30).refillIntervally(30, Duration.ofDays(1)))
          .build();

  private final MongoCollection<Document> documents;
  private final Buckets buckets;

  LinkingAllowance(MongoDatabase database, MachineClock clock) {
    this.documents = database.getCollection("mastodonAttempts");
    // After two days without use a bucket is full again, which is how a new one starts.
    this.buckets = Buckets.own(documents, Duration.ofDays(2), clock);
  }

  /** Takes one; false when none is left. */
  boolean take(UUID person) {
    return buckets.builder().build(person, () -> CONFIGURATION).tryConsume(1);
  }

  void forget(Collection<UUID> people) {
    documents.deleteMany(Filters.in("_id", people));
  }
}
