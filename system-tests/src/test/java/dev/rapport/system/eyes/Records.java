package dev.rapport.system.eyes;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** All that stands in all topics. */
final class Records {

  private Records() {}

  static List<ConsumerRecord<byte[], byte[]>> all(String kafka) {
    List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", kafka),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      consumer
          .listTopics()
          .forEach(
              (topic, infos) -> {
                if (!topic.startsWith("__")) {
                  infos.forEach(i -> partitions.add(new TopicPartition(topic, i.partition())));
                }
              });
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(all::add);
      }
    }
    return all;
  }

  static String text(byte[] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }

  /** Key and headers. */
  static String outside(ConsumerRecord<byte[], byte[]> record) {
    StringBuilder text = new StringBuilder(text(record.key()));
    record.headers().forEach(h -> text.append('\n').append(h.key()).append(text(h.value())));
    return text.toString();
  }

  /** The ids of the requests that a record goes back to. */
  static Set<String> traces(ConsumerRecord<byte[], byte[]> record) {
    Set<String> traces = new TreeSet<>();
    record.headers().headers("traceparent").forEach(h -> traces.add(text(h.value()).split("-")[1]));
    return traces;
  }
}
