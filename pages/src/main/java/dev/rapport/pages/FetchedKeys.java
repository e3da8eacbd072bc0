package dev.rapport.pages;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.nimbusds.jose.jwk.JWKSet;
import dev.rapport.messaging.MachineClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that links and sessions are signed with, published by notification-service. The last set
 * is kept, so they work while that service is down.
 */
final class FetchedKeys implements PublishedKeys {

  private static final Logger log = LoggerFactory.getLogger(FetchedKeys.class);

  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

  private final MongoCollection<Document> stored;
  private final URI url;
  private final MachineClock clock;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

  private volatile JWKSet keys = new JWKSet();
  private volatile Instant fetchedAt = Instant.EPOCH;
  private volatile Instant triedAt = Instant.EPOCH;

  FetchedKeys(MongoDatabase database, URI url, MachineClock clock) {
    this.stored = database.getCollection("keys");
    this.url = url;
    this.clock = clock;
  }

  /** The keys that are known, stored ones after a restart. */
  @Override
  public JWKSet known() {
    if (keys.isEmpty()) {
      var document = stored.find(Filters.eq("_id", "action-keys")).first();
      var text = document == null ? null : document.getString("set");
      if (text != null) {
        keys = parsed(text);
      }
    }
    return keys;
  }

  /** Fetches anew, unless that was just tried; refuses for now when it could not. */
  @Override
  public JWKSet renewed() {
    if (!fetched()) {
      throw Refusal.later();
    }
    return known();
  }

  /** Keeps the set fresh; false, so that its loop always pauses. */
  boolean refresh() {
    if (clock.now().isAfter(fetchedAt.plus(FRESH))) {
      fetched();
    }
    return false;
  }

  /** Whether the last try, which may be of this moment, brought the keys. */
  private synchronized boolean fetched() {
    if (clock.now().isAfter(triedAt.plus(BETWEEN_TRIES))) {
      triedAt = clock.now();
      try {
        fetch();
      } catch (IOException e) {
        log.info("The action keys could not be fetched; the last ones are kept.", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return !fetchedAt.isBefore(triedAt);
  }

  private void fetch() throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(3)).build();
    var response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException("The key set was answered with status " + response.statusCode());
    }
    var set = parsed(response.body()).toPublicJWKSet();
    if (!set.isEmpty()) {
      stored.replaceOne(
          Filters.eq("_id", "action-keys"),
          new Document("_id", "action-keys").append("set", set.toString(true)),
          new ReplaceOptions().upsert(true));
      keys = set;
      fetchedAt = clock.now();
    }
  }

  private static JWKSet parsed(String text) {
    try {
      return JWKSet.parse(text);
    } catch (ParseException e) {
      throw new IllegalStateException("The action keys are no JWK set (RFC 7517)", e);
    }
  }
}
