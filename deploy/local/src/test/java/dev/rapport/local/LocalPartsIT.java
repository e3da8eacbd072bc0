package dev.rapport.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClients;
import dev.rapport.local.kafka.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.ConfigResource.Type;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class LocalPartsIT {
  private final LocalParts parts = LocalParts.start();

  @Test
  void the_parts_are_shared() {
    assertThat(LocalParts.start()).isSameAs(parts);
  }

  @Test
  void a_record_that_the_broker_acknowledged_can_be_read() throws Exception {
    parts.createTopics("parts-it");
    produce("parts-it", "hello");
    assertThat(firstOf("parts-it")).isEqualTo("hello");
  }

  @Test
  void a_majority_write_is_acknowledged_also_after_mongod_was_killed() {
    try (var client = MongoClients.create(parts.mongo("parts"))) {
      var things =
          client
              .getDatabase("parts")
              .getCollection("things")
              .withWriteConcern(WriteConcern.MAJORITY);
      assertThat(things.insertOne(new Document("_id", 1)).wasAcknowledged()).isTrue();
      parts.database().kill();
      parts.database().start();
      assertThat(things.insertOne(new Document("_id", 2)).wasAcknowledged()).isTrue();
      assertThat(things.countDocuments()).isEqualTo(2);
    }
  }

  @Test
  void a_killed_broker_still_has_its_records() throws Exception {
    parts.createTopics("killed-it");
    produce("killed-it", "before");
    parts.broker().kill();
    parts.broker().start();
    assertThat(firstOf("killed-it")).isEqualTo("before");
  }

  @Test
  void every_topic_of_the_contracts_is_made_and_a_second_time_changes_nothing() {
    parts.createAllTopics();
    parts.createAllTopics();
    assertThat(ContractTopics.read())
        .extracting(topic -> topic.name())
        .contains("person-changed", "contact-met", "contact-met.followup-service.dlt");
  }

  @Test
  void topics_and_offsets_are_kept_as_long_as_the_contracts_say() throws Exception {
    parts.createAllTopics();
    assertThat(setting(Type.TOPIC, "contact-met", "retention.ms")).isEqualTo(days(30));
    assertThat(setting(Type.TOPIC, "contact-met.followup-service.dlt", "retention.ms"))
        .isEqualTo(days(30));
    assertThat(setting(Type.TOPIC, "person-changed", "max.compaction.lag.ms")).isEqualTo(days(1));
    assertThat(
            setting(Type.TOPIC, "person-changed.events-service.dlt", "retention.ms")
                + setting(Type.TOPIC, "person-changed.events-service.dlt", "segment.ms"))
        .isLessThan(days(1));
    assertThat(setting(Type.BROKER, "1", "offsets.retention.minutes") * 60_000)
        .isGreaterThan(days(30));
  }

  @Test
  void on_a_broker_that_was_used_before_readers_begin_at_the_end_but_not_beside_another_stack()
      throws Exception {
    parts.createTopics("used-it");
    produce("used-it", "of a former run");
    var topics = new Topics(parts.kafka());
    topics.beginAtTheEnd(Map.of("used-it-group", "used-it"));
    produce("used-it", "of this run");
    try (var reader = reader("used-it-group")) {
      reader.subscribe(List.of("used-it"));
      var first = new ArrayList<String>();
      await()
          .atMost(Duration.ofMinutes(1))
          .until(
              () -> {
                reader.poll(Duration.ofMillis(200)).forEach(r -> first.add(text(r.value())));
                return !first.isEmpty();
              });
      assertThat(first).containsExactly("of this run");
      assertThatThrownBy(() -> topics.beginAtTheEnd(Map.of("used-it-group", "used-it")))
          .hasMessageContaining("another stack to leave the broker " + parts.kafka());
    }
  }

  private long setting(Type type, String of, String name) throws Exception {
    try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", parts.kafka()))) {
      var resource = new ConfigResource(type, of);
      var settings = admin.describeConfigs(List.of(resource)).all().get().get(resource);
      return Long.parseLong(Objects.requireNonNull(settings, of).get(name).value());
    }
  }

  private static long days(int days) {
    return Duration.ofDays(days).toMillis();
  }

  private void produce(String topic, String value) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", parts.kafka(), "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, 0, null, value.getBytes(UTF_8))).get();
    }
  }

  private String firstOf(String topic) {
    try (var consumer = reader("nobody's")) {
      var partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      return text(consumer.poll(Duration.ofSeconds(30)).records(partition).getFirst().value());
    }
  }

  private KafkaConsumer<byte[], byte[]> reader(String group) {
    return new KafkaConsumer<>(
        Map.<String, Object>of("bootstrap.servers", parts.kafka(), "group.id", group),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private static String text(byte[] value) {
    return new String(value, UTF_8);
  }
}
