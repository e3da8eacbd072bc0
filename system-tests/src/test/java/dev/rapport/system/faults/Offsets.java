package dev.rapport.system.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How far every consumer group has read. */
final class Offsets implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Admin admin;

  Offsets(String kafka) {
    admin = Admin.create(Map.of("bootstrap.servers", kafka));
  }

  /** Sets every group back to the beginning; their readers must be gone or going. */
  void rewind() {
    for (String group : groups()) {
      await().alias(group + " to have no members").atMost(LONGEST).until(() -> isEmpty(group));
      Map<TopicPartition, OffsetAndMetadata> earliest = new HashMap<>();
      offsets(committed(group).keySet(), OffsetSpec.earliest())
          .forEach((partition, offset) -> earliest.put(partition, new OffsetAndMetadata(offset)));
      get(admin.alterConsumerGroupOffsets(group, earliest).all());
    }
  }

  /** How many records have not been read yet by one of the groups. */
  long behind() {
    long behind = 0;
    for (String group : groups()) {
      Map<TopicPartition, OffsetAndMetadata> committed = committed(group);
      Map<TopicPartition, Long> ends = offsets(committed.keySet(), OffsetSpec.latest());
      for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
        OffsetAndMetadata read = committed.get(end.getKey());
        behind += read == null ? end.getValue() : end.getValue() - read.offset();
      }
    }
    return behind;
  }

  /** The groups that have read something: those of the services. */
  List<String> groups() {
    List<String> groups = new ArrayList<>();
    get(admin.listGroups().all())
        .forEach(
            group -> {
              if (group.groupId().contains("-service.")) {
                groups.add(group.groupId());
              }
            });
    return groups;
  }

  private boolean isEmpty(String group) {
    return get(admin.describeConsumerGroups(List.of(group)).all()).values().stream()
        .allMatch(d -> d.groupState() == GroupState.EMPTY || d.groupState() == GroupState.DEAD);
  }

  private Map<TopicPartition, OffsetAndMetadata> committed(String group) {
    return get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
  }

  private Map<TopicPartition, Long> offsets(Iterable<TopicPartition> partitions, OffsetSpec which) {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    partitions.forEach(partition -> asked.put(partition, which));
    Map<TopicPartition, Long> offsets = new HashMap<>();
    get(admin.listOffsets(asked).all())
        .forEach((partition, info) -> offsets.put(partition, info.offset()));
    return offsets;
  }

  private static <T> T get(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
