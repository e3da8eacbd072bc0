package dev.rapport.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.rapport.local.LocalParts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * The whole way on a real broker and database: out of a document, through a topic, into a handler.
 */
class MessagingIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  record Thing(String name) {}

  @SpringBootApplication
  static class Service {

    static final List<String> handled = new CopyOnWriteArrayList<>();
    static final AtomicInteger failing = new AtomicInteger();

    @Bean
    Consumer<List<ConsumerRecord<byte[], byte[]>>> thingChanged(Inbox inbox) {
      return inbox.batch(Contract.of("thing-changed", Thing.class), Service::handle);
    }

    static void handle(List<Message<Thing>> messages) {
      if (failing.get() > 0 && failing.getAndDecrement() > 0) {
        throw new MongoTimeoutException("the database is away");
      }
      for (var message : messages) {
        if (message.body().name().equals("poison")) {
          throw new StackOverflowError("an error, not an exception");
        }
      }
      messages.forEach(message -> handled.add(message.body().name()));
    }
  }

  private static LocalParts parts;
  private static ConfigurableApplicationContext service;

  @BeforeAll
  static void start() {
    parts = LocalParts.start();
    parts.createTopics("thing-changed", "thing-changed.test-service.dlt");
    service =
        SpringApplication.run(
            Service.class,
            "--spring.application.name=test-service",
            "--spring.config.import=classpath:messaging-defaults.properties",
            "--spring.main.web-application-type=none",
            "--spring.kafka.bootstrap-servers=" + parts.kafka(),
            "--spring.mongodb.uri=" + parts.mongo("messaging"),
            "--rapport.installation.key=a key that is only good for testing it",
            "--spring.cloud.function.definition=thingChanged",
            "--spring.cloud.stream.bindings.thingChanged-in-0.destination=thing-changed",
            "--spring.cloud.stream.bindings.thingChanged-in-0.group=test-service.thing-changed");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @BeforeEach
  void forget() {
    Service.handled.clear();
  }

  @Test
  void what_is_sent_is_handled() {
    publisher().send(List.of(thing("a"), thing("b")));
    await().atMost(PATIENCE).until(() -> Service.handled.containsAll(List.of("a", "b")));
  }

  @Test
  void a_handler_that_fails_for_a_while_loses_nothing() {
    Service.failing.set(6);
    var names = java.util.stream.IntStream.range(0, 50).mapToObj(i -> "f" + i).toList();
    publisher().send(names.stream().map(MessagingIT::thing).toList());
    await().atMost(PATIENCE).until(() -> Service.handled.containsAll(names));
  }

  @Test
  void what_cannot_be_read_is_parked_and_its_neighbours_go_on() throws Exception {
    var seen = letters().size();
    try (var producer = producer()) {
      producer
          .send(
              new ProducerRecord<>(
                  "thing-changed", bytes(UUID.randomUUID().toString()), bytes("no json")))
          .get();
      producer
          .send(new ProducerRecord<>("thing-changed", bytes(UUID.randomUUID().toString()), null))
          .get();
    }
    publisher().send(List.of(thing("neighbour")));
    await().atMost(PATIENCE).until(() -> Service.handled.contains("neighbour"));
    await().atMost(PATIENCE).until(() -> letters().size() >= seen + 2);
    assertThat(letters())
        .allSatisfy(
            letter -> {
              assertThat(header(letter, "dlt_reason")).isNotBlank();
              assertThat(header(letter, "dlt_topic")).isEqualTo("thing-changed");
            });
  }

  @Test
  void a_record_that_fails_alone_is_parked_once_its_neighbours_pass() {
    publisher().send(List.of(thing("before"), thing("poison"), thing("after")));
    await().atMost(PATIENCE).until(() -> Service.handled.containsAll(List.of("before", "after")));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                letters().stream()
                    .anyMatch(
                        letter ->
                            new String(
                                    letter.value() == null ? new byte[0] : letter.value(),
                                    StandardCharsets.UTF_8)
                                .contains("poison")));
  }

  @Test
  void a_document_that_moves_on_while_it_is_sent_is_sent_again() {
    var documents = service.getBean(MongoDatabase.class).getCollection("things");
    var clock = service.getBean(MachineClock.class);
    var id = UUID.randomUUID();
    documents.insertOne(new Document("_id", id).append("rev", 1L).append("pendingRev", 1L));
    var sent = new ArrayList<Long>();
    var outbox =
        new Outbox(
            documents,
            document -> {
              var rev = document.getLong("rev");
              sent.add(rev);
              if (rev == 1) { // another instance writes and sends in between
                documents.updateOne(
                    Filters.eq("_id", id),
                    Updates.combine(Updates.set("rev", 2L), Updates.unset("pendingRev")));
              }
              return List.of(Outgoing.state("thing-changed", id, rev, new Thing("rev " + rev)));
            },
            publisher(),
            clock);
    outbox.send(List.of(id));
    assertThat(sent).containsExactly(1L, 2L);
    assertThat(documents.find(Filters.eq("_id", id)).first()).doesNotContainKey("pendingRev");
  }

  @Test
  void the_sweep_sends_what_a_crash_left_behind() {
    var documents = service.getBean(MongoDatabase.class).getCollection("left");
    var clock = service.getBean(MachineClock.class);
    var id = UUID.randomUUID();
    documents.insertOne(
        new Document("_id", id)
            .append("rev", 3L)
            .append("pendingRev", 3L)
            .append("pendingSince", java.util.Date.from(clock.now().minusSeconds(5))));
    var outbox =
        new Outbox(
            documents,
            document -> List.of(Outgoing.state("thing-changed", id, 3, new Thing("left behind"))),
            publisher(),
            clock);
    var look = Filters.lt(Outbox.PENDING_SINCE, java.util.Date.from(clock.now()));
    assertThat(documents.find(look).explain().toJson()).contains("IXSCAN");
    assertThat(outbox.sweep()).isTrue();
    assertThat(outbox.sweep()).isFalse();
    await().atMost(PATIENCE).until(() -> Service.handled.contains("left behind"));
  }

  @Test
  void a_topic_that_is_not_there_is_said_not_swallowed() {
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                publisher().send(List.of(Outgoing.fact("no-such-topic", "k", "1", new Thing("x")))))
        .isInstanceOf(NotSent.class)
        .hasMessageContaining("1 of 1");
  }

  private static Publisher publisher() {
    return service.getBean(Publisher.class);
  }

  private static Outgoing thing(String name) {
    return Outgoing.fact("thing-changed", UUID.randomUUID(), UUID.randomUUID(), new Thing(name));
  }

  private static KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", parts.kafka()),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private static List<ConsumerRecord<byte[], byte[]>> letters() {
    var settings = new Properties();
    settings.put("bootstrap.servers", parts.kafka());
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor("thing-changed.test-service.dlt").stream()
              .map(p -> new org.apache.kafka.common.TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var letters = new ArrayList<ConsumerRecord<byte[], byte[]>>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(letters::add);
      }
      return letters;
    }
  }

  private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return CloudEvents.text(record.headers(), name);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
