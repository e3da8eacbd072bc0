package dev.rapport.contacts.erasure;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.rapport.contacts.erasure.PersonErased.Service;
import dev.rapport.messaging.Ids;
import dev.rapport.messaging.Indexing;
import dev.rapport.messaging.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The account of each erasure: {@code {_id, person, owner?, asked, looks, lookAt?, services:
 * {<service>: at}}}. It is written before anything is erased, so that whoever dies in the middle is
 * followed by the next look.
 */
@Component
class Erasures {

  private static final String LOOK_AT = "lookAt";

  /** Whose old friend it was. */
  private static final String OWNER = "owner";

  private static final BulkWriteOptions EACH_FOR_ITSELF = new BulkWriteOptions().ordered(false);
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final Ids ids;
  private final MongoCollection<Document> erasures;
  private final MachineClock clock;

  Erasures(Ids ids, MongoDatabase database, MachineClock clock) {
    this.ids = ids;
    this.erasures = database.getCollection("erasures");
    this.clock = clock;
    Indexing.make(
        erasures,
        List.of(
            new IndexModel(
                Indexes.ascending(LOOK_AT),
                new IndexOptions().partialFilterExpression(Filters.exists(LOOK_AT, true))),
            new IndexModel(
                Indexes.ascending(OWNER),
                new IndexOptions().partialFilterExpression(Filters.exists(OWNER, true)))));
  }

  UUID id(UUID person) {
    return ids.of("erasure", person);
  }

  /** Opens the account, due at once; an open one stays as it is. */
  void open(UUID person) {
    erasures.updateOne(Filters.eq("_id", id(person)), opened(person), UPSERT);
  }

  /** The same for old friends of an owner. */
  void open(UUID owner, Collection<UUID> friends) {
    var writes =
        friends.stream()
            .map(
                friend ->
                    new UpdateOneModel<Document>(
                        Filters.eq("_id", id(friend)),
                        Updates.combine(opened(friend), Updates.setOnInsert(OWNER, owner)),
                        UPSERT))
            .toList();
    erasures.bulkWrite(writes, EACH_FOR_ITSELF);
  }

  private Bson opened(UUID person) {
    var now = Date.from(clock.now());
    return Updates.combine(
        Updates.setOnInsert("person", person),
        Updates.setOnInsert("asked", now),
        Updates.setOnInsert("looks", 0),
        Updates.setOnInsert(LOOK_AT, now));
  }

  /** Returns when the oldest erasure was asked for that some service has not acknowledged. */
  @Nullable Instant oldestOpen() {
    var oldest =
        erasures
            .find(Filters.and(Filters.exists(LOOK_AT, true), incomplete()))
            .projection(Projections.include("asked"))
            .sort(Sorts.ascending("asked"))
            .first();
    return oldest == null ? null : oldest.getDate("asked").toInstant();
  }

  private static Bson incomplete() {
    return Filters.or(
        Stream.of(Service.values())
            .map(s -> Filters.exists("services." + s.name(), false))
            .toList());
  }

  /** Whether a service has yet to erase an old friend of this owner. */
  boolean hasOpenFriends(UUID owner) {
    return erasures.find(Filters.and(Filters.eq(OWNER, owner), incomplete())).first() != null;
  }

  @Nullable Erasure find(UUID erasure) {
    var document = erasures.find(Filters.eq("_id", erasure)).first();
    return document == null ? null : read(document);
  }

  /** Takes one that is due. It is due again after a pause, so that a stuck one stops no other. */
  @Nullable Erasure take(Duration pause) {
    var now = clock.now();
    var document =
        erasures.findOneAndUpdate(
            Filters.lte(LOOK_AT, Date.from(now)),
            Updates.set(LOOK_AT, Date.from(now.plus(pause))),
            new FindOneAndUpdateOptions().sort(Sorts.ascending(LOOK_AT)));
    return document == null ? null : read(document);
  }

  void looked(Erasure erasure, @Nullable Instant next) {
    erasures.updateOne(
        Filters.eq("_id", erasure.id()),
        Updates.combine(
            Updates.inc("looks", 1),
            next == null ? Updates.unset(LOOK_AT) : Updates.set(LOOK_AT, Date.from(next))));
  }

  /** Notes that a service has erased; its first word stands. */
  void acknowledge(PersonErased erased) {
    var field = "services." + erased.service().name();
    erasures.updateOne(
        Filters.and(Filters.eq("_id", id(erased.person())), Filters.exists(field, false)),
        Updates.set(field, Date.from(erased.at())));
  }

  private static Erasure read(Document document) {
    var services = document.get("services", new Document());
    return new Erasure(
        Objects.requireNonNull(document.get("_id", UUID.class)),
        Objects.requireNonNull(document.get("person", UUID.class)),
        document.get(OWNER, UUID.class),
        document.getDate("asked").toInstant(),
        document.getInteger("looks", 0),
        at(services, Service.contacts),
        at(services, Service.events),
        at(services, Service.followup),
        at(services, Service.notification));
  }

  private static @Nullable Instant at(Document services, Service service) {
    var at = services.getDate(service.name());
    return at == null ? null : at.toInstant();
  }
}
