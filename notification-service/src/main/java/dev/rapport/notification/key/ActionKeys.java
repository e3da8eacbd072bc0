package dev.rapport.notification.key;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import dev.rapport.access.ActionTokens;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.Watch;
import dev.rapport.pages.PublishedKeys;
import io.micrometer.core.instrument.Tags;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * The Ed25519 keys behind the links in mails. Made at the first start, kept in the database (guard
 * it like the data), shared by all instances. A new key is published first and signs ten minutes
 * later, when everyone who reads links has fetched it; old keys stay published, so old links work.
 */
@Component
public class ActionKeys implements PublishedKeys {

  private static final Duration PUBLISHED_FIRST = Duration.ofMinutes(10);
  private static final Duration KEPT_IN_MEMORY = Duration.ofMinutes(1);

  private final MongoCollection<Document> documents;
  private final MachineClock clock;

  private volatile Known known;

  private record Key(JWK published, ActionTokens.Signer signer, Instant createdAt) {}

  private record Known(List<Key> keys, Instant readAt) {}

  ActionKeys(MongoDatabase database, MachineClock clock, Watch watch) {
    this.documents = database.getCollection("actionKeys");
    this.clock = clock;
    var found = read(documents, clock);
    if (found.keys().isEmpty()) {
      add();
      found = read(documents, clock);
    }
    this.known = found;
    watch.age(
        "rapport.action.key.age",
        Tags.empty(),
        "Age of the newest key that signs links and sessions",
        () -> current().keys().getLast().createdAt());
  }

  /** Adds a key that will sign once everyone has had the time to fetch it. */
  public void add() {
    var key = ActionTokens.newKey();
    documents.insertOne(
        new Document("_id", key.getKeyID())
            .append("jwk", key.toJSONString())
            .append("createdAt", Date.from(clock.now())));
  }

  /** Returns the public keys of all links that may still be around. */
  public JWKSet published() {
    return new JWKSet(current().keys().stream().map(Key::published).toList());
  }

  @Override
  public JWKSet known() {
    return published();
  }

  @Override
  public JWKSet renewed() {
    refresh();
    return published();
  }

  /** Returns the newest key that has been published for long enough, or the oldest. */
  public ActionTokens.Signer signing() {
    var keys = current().keys();
    var settled = clock.now().minus(PUBLISHED_FIRST);
    return keys.stream()
        .filter(key -> key.createdAt().isBefore(settled))
        .reduce((older, newer) -> newer)
        .orElse(keys.getFirst())
        .signer();
  }

  private Known current() {
    var now = known;
    if (now.readAt().plus(KEPT_IN_MEMORY).isBefore(clock.now())) {
      now = read(documents, clock);
      known = now;
    }
    return now;
  }

  /** Forgets what is in memory: another instance may have added a key. */
  void refresh() {
    known = read(documents, clock);
  }

  private static Known read(MongoCollection<Document> documents, MachineClock clock) {
    var keys = new ArrayList<Key>();
    for (var document : documents.find().sort(Sorts.ascending("createdAt", "_id"))) {
      try {
        var pair = OctetKeyPair.parse(document.get("jwk", ""));
        keys.add(
            new Key(
                pair.toPublicJWK(),
                new ActionTokens.Signer(pair),
                Objects.requireNonNull(document.getDate("createdAt")).toInstant()));
      } catch (ParseException e) {
        throw new IllegalStateException(
            "The action key %s cannot be read; restore it from a backup, or delete it and the links that it signed end"
                .formatted(document.get("_id")),
            e);
      }
    }
    return new Known(keys, clock.now());
  }
}
