package dev.rapport.events.organise;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.rapport.events.event.Event;
import dev.rapport.messaging.Indexing;
import dev.rapport.messaging.MachineClock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/**
 * One-time links to an event's page, and the sessions that they open; in machine time. Only hashes
 * are stored: who reads the database opens no page. The database drops what has expired.
 */
@Component
class OrganiserLinks {

  static final Duration LINK = Duration.ofMinutes(15);
  static final Duration SESSION = Duration.ofHours(8);

  private static final SecureRandom RANDOM = new SecureRandom();

  /** What a secret opens, until when. */
  record Issued(String secret, Instant expires) {}

  private final MongoCollection<Document> links;
  private final MongoCollection<Document> sessions;
  private final MachineClock clock;

  OrganiserLinks(MongoDatabase database, MachineClock clock) {
    this.links = database.getCollection("organiserLinks");
    this.sessions = database.getCollection("organiserSessions");
    this.clock = clock;
    var expiry = new IndexOptions().name("expires").expireAfter(0L, TimeUnit.SECONDS);
    Indexing.make(links, Indexes.ascending("expires"), expiry);
    Indexing.make(sessions, Indexes.ascending("expires"), expiry);
  }

  Issued link(Event.Id event) {
    return issue(links, event, LINK);
  }

  /** The event that a link opens, as long as nobody has used it. */
  Optional<Event.Id> look(String secret) {
    return Optional.ofNullable(links.find(valid(secret)).first()).map(OrganiserLinks::event);
  }

  /** Uses a link up: of two who try, one gets in. */
  Optional<Event.Id> use(String secret) {
    return Optional.ofNullable(links.findOneAndDelete(valid(secret))).map(OrganiserLinks::event);
  }

  Issued session(Event.Id event) {
    return issue(sessions, event, SESSION);
  }

  boolean opens(String session, Event.Id event) {
    return sessions.find(Filters.and(valid(session), Filters.eq("event", event.value()))).first()
        != null;
  }

  private Issued issue(MongoCollection<Document> where, Event.Id event, Duration validFor) {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var expires = clock.now().plus(validFor);
    where.insertOne(
        new Document("_id", hash(secret))
            .append("event", event.value())
            .append("expires", Date.from(expires)));
    return new Issued(secret, expires);
  }

  private Bson valid(String secret) {
    return Filters.and(
        Filters.eq("_id", hash(secret)), Filters.gt("expires", Date.from(clock.now())));
  }

  private static Event.Id event(Document document) {
    return new Event.Id(document.get("event", UUID.class));
  }

  private static String hash(String secret) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime has no SHA-256; use a complete JDK", e);
    }
  }
}
