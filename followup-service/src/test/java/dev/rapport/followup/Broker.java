package dev.rapport.followup;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The broker as the other services use it. */
final class Broker {

  static final JsonMapper JSON = JsonMapper.builder().build();

  private final String bootstrap;
  private final KafkaProducer<byte[], byte[]> producer;

  Broker(String bootstrap) {
    this.bootstrap = bootstrap;
    this.producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", bootstrap, "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  void say(String topic, Object key, Map<String, ?> value) {
    var rev = value.get("rev");
    say(topic, key, JSON.writeValueAsBytes(value), rev == null ? null : rev.toString());
  }

  void bury(String topic, Object key, long rev) {
    say(topic, key, null, Long.toString(rev));
  }

  /** A record as a binding's function is given it. */
  static ConsumerRecord<byte[], byte[]> heard(String topic, Object key, Map<String, ?> value) {
    var said = record(topic, key, JSON.writeValueAsBytes(value), null);
    var heard = new ConsumerRecord<byte[], byte[]>(topic, 0, 0, said.key(), said.value());
    said.headers().forEach(heard.headers()::add);
    return heard;
  }

  void say(String topic, Object key, byte @Nullable [] value, @Nullable String rev) {
    try {
      producer.send(record(topic, key, value, rev)).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static ProducerRecord<byte[], byte[]> record(
      String topic, Object key, byte @Nullable [] value, @Nullable String rev) {
    var record =
        new ProducerRecord<byte[], byte[]>(
            topic, key.toString().getBytes(StandardCharsets.UTF_8), value);
    header(record, "ce_specversion", "1.0");
    header(record, "ce_id", UUID.randomUUID().toString());
    header(record, "ce_source", "/test");
    header(record, "ce_type", "dev.rapport." + topic + ".v1");
    header(record, "content-type", "application/json");
    if (rev != null) {
      header(record, "rev", rev);
    }
    return record;
  }

  private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  /** The values of a topic under a key, oldest first. */
  List<JsonNode> values(String topic, Object key) {
    return all(topic).stream()
        .filter(r -> key.toString().equals(r.key()) && r.value() != null)
        .map(r -> JSON.readTree(r.value()))
        .toList();
  }

  List<ConsumerRecord<String, byte[]>> all(String topic) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", bootstrap),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var records = new ArrayList<ConsumerRecord<String, byte[]>>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
      return records;
    }
  }
}
