package dev.rapport.notification.link;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import dev.rapport.messaging.Indexing;
import dev.rapport.messaging.MachineClock;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One-time links, in machine time. Only hashes of their secrets are stored: who reads the database
 * opens nobody's pages. The database drops them a day after they have expired.
 */
@Component
public class PageLinks {

  static final Duration VALID = Duration.ofMinutes(15);

  private final MongoCollection<Document> documents;
  private final MachineClock clock;
  private final SecureRandom random = new SecureRandom();

  PageLinks(MongoDatabase database, MachineClock clock) {
    this.documents = database.getCollection("pageLinks");
    this.clock = clock;
    Indexing.make(documents, Indexes.ascending("person"));
    Indexing.make(
        documents, Indexes.ascending("expires"), new IndexOptions().expireAfter(1L, TimeUnit.DAYS));
  }

  /** A link's secret, and until when it opens. */
  record Issued(String secret, Instant expires) {}

  Issued issue(UUID person) {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var expires = clock.now().plus(VALID);
    documents.insertOne(
        new Document("_id", hash(secret))
            .append("person", person)
            .append("expires", Date.from(expires)));
    return new Issued(secret, expires);
  }

  /** Returns whose pages it would open; null when it is used, expired or none of ours. */
  @Nullable UUID look(String secret) {
    return person(documents.find(open(secret)).first());
  }

  /** Opens, once: of two at the same moment, one gets null. */
  @Nullable UUID use(String secret) {
    return person(
        documents.findOneAndUpdate(open(secret), Updates.set("used", Date.from(clock.now()))));
  }

  /** Forgets the links of erased people. */
  public void forget(Collection<UUID> people) {
    documents.deleteMany(Filters.in("person", people));
  }

  private Bson open(String secret) {
    return Filters.and(
        Filters.eq("_id", hash(secret)),
        Filters.exists("used", false),
        Filters.gt("expires", Date.from(clock.now())));
  }

  private static @Nullable UUID person(@Nullable Document document) {
    return document == null ? null : document.get("person", UUID.class);
  }

  private static String hash(String secret) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime has no SHA-256", e);
    }
  }
}
