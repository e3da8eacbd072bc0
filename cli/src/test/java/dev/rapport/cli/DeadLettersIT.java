package dev.rapport.cli;

import static dev.rapport.cli.InThisJvm.rapport;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.local.LocalParts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersIT {

  private static LocalParts parts;

  @BeforeAll
  static void park() throws Exception {
    parts = LocalParts.start();
    parts.createTopics("thing-changed", "thing-changed.test-service.dlt");
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", parts.kafka()),
            new StringSerializer(),
            new StringSerializer())) {
      var parked = new ProducerRecord<>("thing-changed.test-service.dlt", "key", "no json");
      parked.headers().add("ce_id", bytes("1"));
      parked.headers().add("dlt_topic", bytes("thing-changed"));
      parked.headers().add("dlt_reason", bytes("the value is not JSON"));
      producer.send(parked).get();
    }
  }

  @Test
  void a_letter_is_listed_with_where_it_came_from_and_why() {
    var said = rapport(0, "dead-letters", "list", "--kafka", parts.kafka());
    assertThat(said)
        .contains("thing-changed.test-service.dlt/")
        .contains("from thing-changed: the value is not JSON")
        .doesNotContain("no json");
    assertThat(
            rapport(0, "dead-letters", "list", "--kafka", parts.kafka(), "--topic", "other-topic"))
        .contains("No dead letters.");
  }

  @Test
  void a_replayed_letter_is_on_its_own_topic_again_as_it_was() {
    rapport(0, "dead-letters", "replay", "--kafka", parts.kafka(), "--topic", "thing-changed");
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", parts.kafka()),
            new StringDeserializer(),
            new StringDeserializer())) {
      var partitions =
          consumer.partitionsFor("thing-changed").stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var records = consumer.poll(Duration.ofSeconds(10));
      assertThat(records).isNotEmpty();
      assertThat(records)
          .allSatisfy(
              record -> {
                assertThat(record.value()).isEqualTo("no json");
                assertThat(record.headers().lastHeader("ce_id")).isNotNull();
                assertThat(record.headers().lastHeader("dlt_reason")).isNull();
              });
    }
  }

  @Test
  void the_client_is_set_up_as_a_file_says(@TempDir Path folder) throws IOException {
    var tls = folder.resolve("client.properties");
    Files.writeString(tls, "security.protocol=SSL\ndefault.api.timeout.ms=2000\n");
    // A broker that speaks no TLS does not answer such a client.
    assertThat(list("--command-config", tls.toString(), 1)).contains("Timeout");
    Files.writeString(tls, "security.protocol=PLAINTEXT\n");
    assertThat(list("--command-config", tls.toString(), 0)).contains("dead letters");
    assertThat(rapport(1, "dead-letters", "list", "--kafka", "nowhere"))
        .contains("Invalid url in bootstrap.servers: nowhere");
    var none = folder.resolve("none.properties").toString();
    assertThat(list("--command-config", none, 2)).contains(none, "security.protocol=SASL_SSL");
  }

  private static String list(String option, String value, int expected) {
    return rapport(expected, "dead-letters", "list", "--kafka", parts.kafka(), option, value);
  }

  @Test
  void without_a_word_of_what_to_do_it_says_what_can_be_done() {
    assertThat(rapport(2, "dead-letters")).contains("list or replay");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
