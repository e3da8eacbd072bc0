package dev.rapport.notification.mastodon;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.rapport.messaging.Indexing;
import dev.rapport.messaging.MachineClock;
import java.time.Duration;
import java.util.Collection;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People who are at their server's page just now: ten minutes of machine time, used once. */
@Component
class Pending {

  private static final Duration VALID = Duration.ofMinutes(10);

  private final MongoCollection<Document> documents;
  private final Sealing sealing;
  private final MachineClock clock;

  Pending(MongoDatabase database, Sealing sealing, MachineClock clock) {
    this.sealing = sealing;
    this.documents = database.getCollection("mastodonLinkings");
    this.clock = clock;
    Indexing.make(
        documents,
        Indexes.ascending("expires"),
        new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    Indexing.make(documents, Indexes.ascending("person"));
  }

  /**
   * One of them.
   *
   * @param app by which they went
   * @param verifier of PKCE (RFC 7636)
   */
  record Linking(UUID person, String server, Apps.App app, String verifier) {

    /** Keeps its secrets out of logs. */
    @Override
    public String toString() {
      return "Linking";
    }
  }

  void add(String state, Linking linking) {
    documents.insertOne(
        new Document("_id", state)
            .append("person", linking.person())
            .append("server", linking.server())
            .append("clientId", linking.app().clientId())
            .append("secret", new Binary(sealing.seal(linking.app().clientSecret(), state)))
            .append("verifier", linking.verifier())
            .append("expires", Date.from(clock.now().plus(VALID))));
  }

  /** Takes out what this person started under this state; null when it is not there any more. */
  @Nullable Linking take(String state, UUID person) {
    var found =
        documents.findOneAndDelete(
            Filters.and(
                Filters.eq("_id", state),
                Filters.eq("person", person),
                Filters.gt("expires", Date.from(clock.now()))));
    var sealed = found == null ? null : found.get("secret", Binary.class);
    var secret = sealed == null ? null : sealing.open(sealed.getData(), state);
    return found == null || secret == null
        ? null
        : new Linking(
            person,
            found.get("server", ""),
            new Apps.App(found.get("clientId", ""), secret),
            found.get("verifier", ""));
  }

  void forget(Collection<UUID> people) {
    documents.deleteMany(Filters.in("person", people));
  }
}
