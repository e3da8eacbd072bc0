package dev.rapport.cli;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Reads what services have parked, and puts it on its own topic again. */
final class DeadLetters {

  static final String SUFFIX = ".dlt";

  /**
   * A parked record.
   *
   * @param deadLetterTopic where it is parked; partition and offset are its place there
   * @param topic where it came from
   * @param reason why no one could read it
   */
  record Letter(
      String deadLetterTopic,
      int partition,
      long offset,
      Instant parkedAt,
      String topic,
      String reason,
      ConsumerRecord<byte[], byte[]> record) {

    String place() {
      return "%s/%d/%d".formatted(deadLetterTopic, partition, offset);
    }
  }

  private final Map<String, Object> client = new HashMap<>();

  /**
   * Takes the broker's address, {@code host:port}, and settings of the Kafka client for it: how to
   * be let in, how long to wait.
   */
  DeadLetters(String bootstrap, Map<String, String> settings) {
    client.put("default.api.timeout.ms", 15_000);
    client.putAll(settings);
    client.put("bootstrap.servers", bootstrap);
  }

  /** Returns the parked records that are wanted, oldest first. */
  List<Letter> list(Predicate<Letter> wanted) {
    try (var consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.listTopics().entrySet().stream()
              .filter(topic -> topic.getKey().endsWith(SUFFIX))
              .flatMap(topic -> topic.getValue().stream())
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var letters = new ArrayList<Letter>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> letters.add(letter(record)));
      }
      letters.removeIf(wanted.negate());
      letters.sort(Comparator.comparing(Letter::parkedAt));
      return letters;
    }
  }

  /** Puts letters on their own topics again, as they were; a repeat there changes nothing. */
  void replay(List<Letter> letters) throws ExecutionException, InterruptedException {
    var acknowledged = new HashMap<>(client);
    acknowledged.put("acks", "all");
    try (var producer =
        new KafkaProducer<>(acknowledged, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (var letter : letters) {
        producer.send(again(letter)).get();
      }
    }
  }

  private static ProducerRecord<byte[], byte[]> again(Letter letter) {
    var headers = new RecordHeaders();
    for (var header : letter.record().headers()) {
      if (!header.key().startsWith("dlt_")) {
        headers.add(header);
      }
    }
    var record = letter.record();
    return new ProducerRecord<>(letter.topic(), null, null, record.key(), record.value(), headers);
  }

  private static Letter letter(ConsumerRecord<byte[], byte[]> record) {
    var fallback = record.topic().replaceFirst("\\.[^.]+\\.dlt$", "");
    return new Letter(
        record.topic(),
        record.partition(),
        record.offset(),
        Instant.ofEpochMilli(record.timestamp()),
        text(record.headers(), "dlt_topic", fallback),
        text(record.headers(), "dlt_reason", "no reason was given"),
        record);
  }

  private static String text(Headers headers, String name, String otherwise) {
    var header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? otherwise
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
