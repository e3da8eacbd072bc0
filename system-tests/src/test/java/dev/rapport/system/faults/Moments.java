package dev.rapport.system.faults;

import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Moments in the life of a message, seen from outside: a write, a claim, a record. */
final class Moments {

  private static final Duration LONGEST = Duration.ofMinutes(3);

  /** So long nobody who works leaves all of its claims as they are, nor lets them expire. */
  private static final Duration STILL = Duration.ofSeconds(2);

  private final String kafka;
  private final UnaryOperator<String> mongo;

  /** One moment: starts to look when it is asked for, and returns as soon as it is there. */
  record Moment(String name, Runnable come) {

    static final Moment AT_ONCE = new Moment("at once", () -> {});

    /** That one, once this one has come. */
    Moment then(Moment next) {
      return new Moment(
          name + ", then " + next.name,
          () -> {
            come.run();
            next.come.run();
          });
    }
  }

  /**
   * @param mongo the connection string of a database, by its name
   */
  Moments(String kafka, UnaryOperator<String> mongo) {
    this.kafka = kafka;
    this.mongo = mongo;
  }

  /** The database has just taken a write that sets this field. */
  Moment write(String database, String collection, String field) {
    String name = "a write of %s in %s.%s".formatted(field, database, collection);
    Bson sets =
        Filters.or(
            Filters.exists("updateDescription.updatedFields." + field),
            Filters.exists("fullDocument." + field));
    return new Moment(name, () -> awaitChange(name, database, collection, sets));
  }

  /** The database has just removed a document. */
  Moment removal(String database, String collection) {
    String name = "a removal from %s.%s".formatted(database, collection);
    Bson removes = Filters.eq("operationType", "delete");
    return new Moment(name, () -> awaitChange(name, database, collection, removes));
  }

  /** The topic has just taken a record. */
  Moment record(String topic) {
    String name = "a record on " + topic;
    return new Moment(name, () -> awaitRecord(name, topic));
  }

  /** Whether some claimant has settled nothing for a while of what this field is set in. */
  boolean standsStill(String database, String collection, String field) {
    Map<Object, Set<Object>> before = claims(database, collection, field);
    LockSupport.parkNanos(STILL.toNanos());
    Map<Object, Set<Object>> after = claims(database, collection, field);
    return before.entrySet().stream().anyMatch(after.entrySet()::contains);
  }

  private Map<Object, Set<Object>> claims(String database, String collection, String field) {
    Map<Object, Set<Object>> claims = new HashMap<>();
    try (MongoClient client = MongoClients.create(mongo.apply(database))) {
      client
          .getDatabase(database)
          .getCollection(collection)
          .find(Filters.and(Filters.exists("claim"), Filters.exists(field)))
          .forEach(
              document ->
                  claims
                      .computeIfAbsent(document.get("claim"), claim -> new HashSet<>())
                      .add(document.get("_id")));
    }
    return claims;
  }

  private void awaitChange(String name, String database, String collection, Bson which) {
    try (MongoClient client = MongoClients.create(mongo.apply(database))) {
      MongoCollection<Document> documents = client.getDatabase(database).getCollection(collection);
      try (MongoChangeStreamCursor<ChangeStreamDocument<Document>> changes =
          documents
              .watch(List.of(Aggregates.match(which)))
              .maxAwaitTime(100, TimeUnit.MILLISECONDS)
              .cursor()) {
        await(name, () -> changes.tryNext() != null);
      }
    }
  }

  private void awaitRecord(String name, String topic) {
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "group.id", "moments");
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToEnd(partitions);
      partitions.forEach(consumer::position);
      await(name, () -> !consumer.poll(Duration.ofMillis(100)).isEmpty());
    }
  }

  static void await(String name, BooleanSupplier there) {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!there.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Waited %s for %s.".formatted(LONGEST, name));
      }
    }
  }
}
