package dev.rapport.notification;

import dev.rapport.local.LocalParts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The other services' side of the topics. */
final class Broker implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();

  Broker(LocalParts parts, String... topics) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", parts.kafka(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                parts.kafka(),
                "group.id",
                "test-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.subscribe(List.of(topics));
  }

  void say(String topic, Object key, @Nullable Object value, long rev) {
    say(topic, 1, key, value, rev);
  }

  void say(String topic, int version, Object key, @Nullable Object value, long rev) {
    var record =
        new ProducerRecord<>(
            topic, key.toString(), value == null ? null : JSON.writeValueAsBytes(value));
    var headers = new HashMap<String, String>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", UUID.randomUUID().toString());
    headers.put("ce_source", "/test");
    headers.put("ce_type", "dev.rapport." + topic + ".v" + version);
    headers.put("ce_time", "2026-01-01T00:00:00Z");
    headers.put("content-type", "application/json");
    headers.put("rev", Long.toString(rev));
    headers.forEach(
        (name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    send(record);
  }

  void sayRaw(String topic, String key, String value) {
    send(new ProducerRecord<>(topic, key, value.getBytes(StandardCharsets.UTF_8)));
  }

  private void send(ProducerRecord<String, byte[]> record) {
    try {
      producer.send(record).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All records of a topic so far. */
  synchronized List<ConsumerRecord<byte[], byte[]>> records(String topic) {
    consumer.poll(Duration.ofMillis(200)).forEach(read::add);
    return read.stream().filter(record -> record.topic().equals(topic)).toList();
  }

  /** All values of a topic so far. */
  List<JsonNode> values(String topic) {
    return records(topic).stream()
        .filter(record -> record.value() != null)
        .map(record -> JSON.readTree(record.value()))
        .toList();
  }

  @Override
  public void close() {
    producer.close();
    consumer.close();
  }
}
