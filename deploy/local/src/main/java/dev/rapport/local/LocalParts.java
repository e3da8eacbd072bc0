package dev.rapport.local;

import dev.rapport.local.docker.ContainerKafka;
import dev.rapport.local.docker.ContainerMongo;
import dev.rapport.local.docker.Images;
import dev.rapport.local.kafka.LocalKafka;
import dev.rapport.local.kafka.Topics;
import dev.rapport.local.mongo.LocalMongo;
import dev.rapport.local.process.Checkout;
import dev.rapport.local.process.LocalFailure;
import dev.rapport.local.process.Part;
import dev.rapport.local.process.Scratch;
import dev.rapport.local.process.SetupFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka and a real MongoDB, shared by all tests of a JVM. They end with this process,
 * whatever ends it. {@code RAPPORT_KAFKA} and {@code RAPPORT_MONGODB_URI} name others instead.
 */
public final class LocalParts {
  private static final int PARTITIONS = 4;
  private static @Nullable LocalParts shared;

  private final String kafka;
  private final Function<String, String> mongo;
  private final @Nullable Part broker;
  private final @Nullable Part database;

  private LocalParts(
      String kafka,
      @Nullable Part broker,
      Function<String, String> mongo,
      @Nullable Part database) {
    this.kafka = kafka;
    this.broker = broker;
    this.mongo = mongo;
    this.database = database;
  }

  /** The parts of this JVM: the first call starts them, every later one gets the same. */
  public static synchronized LocalParts start() {
    if (shared == null) {
      shared = startOwn(Scratch.folder("parts"), System.err::println);
    }
    return shared;
  }

  /**
   * Parts of one's own.
   *
   * @param folder for their data and logs
   * @param say hears in a line which parts were taken, and in a sentence when one has died
   */
  public static LocalParts startOwn(Path folder, Consumer<String> say) {
    return startOwn(folder, folder, false, say);
  }

  static LocalParts startOwn(Path folder, Path logs, boolean record, Consumer<String> say) {
    Checkout checkout = Checkout.find();
    @Nullable String kafkaNamed = Named.kafka();
    @Nullable String mongoNamed = Named.mongo();
    boolean containers = (kafkaNamed == null || mongoNamed == null) && Images.areHere();
    String kafka;
    @Nullable Part broker;
    if (kafkaNamed != null) {
      kafka = kafkaNamed;
      broker = null;
    } else if (containers) {
      var container = new ContainerKafka(logs.resolve("kafka.log"), say);
      kafka = container.bootstrap();
      broker = container;
    } else {
      var local =
          new LocalKafka(checkout, sub(folder, "kafka"), logs.resolve("kafka.log"), record, say);
      kafka = local.bootstrap();
      broker = local;
    }
    Function<String, String> mongo;
    @Nullable Part database;
    if (mongoNamed != null) {
      // Ids and event time are made anew at each start; so are the databases.
      var prefix = "rapport-" + UUID.randomUUID().toString().substring(0, 8) + "-";
      mongo = name -> MongoUri.withDatabase(mongoNamed, prefix + name);
      say.accept("The named MongoDB gets databases " + prefix + "…; drop them when you are done.");
      database = null;
    } else if (containers) {
      var container = new ContainerMongo(logs.resolve("mongod.log"), say);
      mongo = container::uri;
      database = container;
    } else {
      var local = new LocalMongo(checkout, sub(folder, "mongod"), logs.resolve("mongod.log"), say);
      mongo = local::uri;
      database = local;
    }
    startAll(Stream.of(broker, database).flatMap(Stream::ofNullable).toList());
    say.accept(
        "Parts: kafka %s (%s), MongoDB %s (%s)."
            .formatted(
                kafka,
                kind(kafkaNamed, containers),
                mongoNamed == null ? mongo.apply("") : "named",
                kind(mongoNamed, containers)));
    return new LocalParts(kafka, broker, mongo, database);
  }

  /** The bootstrap address, {@code host:port}. */
  public String kafka() {
    return kafka;
  }

  /** The connection string of a database. */
  public String mongo(String name) {
    return mongo.apply(name);
  }

  /** The broker's process; fails when it was named and so is not ours. */
  public Part broker() {
    if (broker == null) {
      throw new SetupFailure(
          "This needs a broker of its own to handle; unset RAPPORT_KAFKA, which names one.");
    }
    return broker;
  }

  /** The database's process; fails when it was named and so is not ours. */
  public Part database() {
    if (database == null) {
      throw new SetupFailure(
          "This needs a MongoDB of its own to handle; unset RAPPORT_MONGODB_URI, which names one.");
    }
    return database;
  }

  /** Those parts that are ours. */
  public List<Part> parts() {
    return Stream.of(broker, database).flatMap(Stream::ofNullable).toList();
  }

  /** Makes plain topics of a few partitions, where they are not there yet. */
  public void createTopics(String... names) {
    new Topics(kafka)
        .make(Stream.of(names).map(name -> Topics.topic(name, PARTITIONS, Map.of())).toList());
  }

  /** Makes topics, where they are not there yet. */
  public void createTopics(List<NewTopic> topics) {
    new Topics(kafka).make(topics);
  }

  /**
   * Makes every topic that the contracts name, with a dead-letter topic for each of its readers.
   */
  public void createAllTopics() {
    createTopics(ContractTopics.read());
  }

  /** A named broker may have records of former runs, whose ids mean nothing any more. */
  void passOverFormerRuns() {
    if (broker == null) {
      new Topics(kafka).beginAtTheEnd(ContractTopics.readers());
    }
  }

  void keepForNextTime() {
    if (broker instanceof LocalKafka local) {
      local.keepForNextTime();
    }
  }

  private static void startAll(List<Part> parts) {
    try {
      CompletableFuture.allOf(
              parts.stream()
                  .map(
                      part ->
                          CompletableFuture.runAsync(
                              part::start, task -> Thread.ofPlatform().start(task)))
                  .toArray(CompletableFuture[]::new))
          .join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof LocalFailure failure) {
        throw failure;
      }
      throw e;
    }
  }

  private static Path sub(Path folder, String name) {
    try {
      return Files.createDirectories(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String kind(@Nullable String named, boolean container) {
    return named != null ? "named" : container ? "Testcontainers" : "local process";
  }
}
