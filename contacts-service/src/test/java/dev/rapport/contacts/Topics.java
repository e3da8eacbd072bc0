package dev.rapport.contacts;

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

/** The broker as another service sees it. */
public final class Topics {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String bootstrap;

  Topics(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  /** Says a state or a fact, with the headers that the contracts ask for. */
  public void say(String topic, Object key, Object value) {
    sendRaw(topic, key.toString(), JSON.writeValueAsBytes(value), topic);
  }

  /** Sends whatever bytes, under the type of a topic. */
  public void sendRaw(String topic, String key, byte @Nullable [] value, String type) {
    var record =
        new ProducerRecord<byte[], byte[]>(topic, key.getBytes(StandardCharsets.UTF_8), value);
    header(record, "ce_specversion", "1.0");
    header(record, "ce_id", UUID.randomUUID().toString());
    header(record, "ce_source", "/test");
    header(record, "ce_type", "dev.rapport." + type + ".v1");
    header(record, "content-type", "application/json");
    send(record);
  }

  public void send(ProducerRecord<byte[], byte[]> record) {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", bootstrap, "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads everything that a topic holds under a key. */
  public List<ConsumerRecord<String, byte[]>> records(String topic, Object key) {
    return all(topic).stream().filter(r -> key.toString().equals(r.key())).toList();
  }

  /** The values of a topic under a key, tombstones left out. */
  public List<JsonNode> values(String topic, Object key) {
    return records(topic, key).stream()
        .filter(record -> record.value() != null)
        .map(record -> JSON.readTree(record.value()))
        .toList();
  }

  /** How many records of a topic a group has not committed yet. */
  public long lag(String topic, String group) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", bootstrap, "group.id", group),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .collect(java.util.stream.Collectors.toSet());
      var committed = consumer.committed(partitions);
      return consumer.endOffsets(partitions).entrySet().stream()
          .mapToLong(
              end -> {
                var done = committed.get(end.getKey());
                return end.getValue() - (done == null ? 0 : done.offset());
              })
          .sum();
    }
  }

  /** Everything that a topic holds. */
  public List<ConsumerRecord<String, byte[]>> all(String topic) {
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
