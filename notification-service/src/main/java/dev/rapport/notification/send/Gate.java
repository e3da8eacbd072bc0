package dev.rapport.notification.send;

import dev.rapport.messaging.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/**
 * Keeps the sender standing still unless this service has read person-changed and event-changed to
 * their ends a moment ago: who took consent back must get no mail that starts ten seconds later,
 * and no mail of an event that is held may start then, also after an outage.
 */
@Component
class Gate implements AutoCloseable {

  static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Admin admin;
  private final Map<String, String> groups;
  private final MachineClock clock;
  private final Duration within;

  private volatile CaughtUp<TopicPartition> known = CaughtUp.never();

  Gate(
      KafkaProperties kafka,
      @Value("${spring.cloud.stream.bindings.personChanged-in-0.group}") String people,
      @Value("${spring.cloud.stream.bindings.eventChanged-in-0.group}") String events,
      MachineClock clock,
      SendingSettings settings) {
    var properties = new HashMap<>(kafka.buildAdminProperties());
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    this.admin = Admin.create(properties);
    this.groups = Map.of("person-changed", people, "event-changed", events);
    this.clock = clock;
    this.within = settings.caughtUpWithin();
  }

  /** The moment until which everyone's word is heard, or null when it is too long ago. */
  @Nullable Instant asOf() {
    var asOf = known.asOf();
    return asOf != null && isFresh(asOf) ? asOf : null;
  }

  /** Whether a mail may start that was checked with what was heard until this moment. */
  boolean isFresh(Instant asOf) {
    return clock.now().isBefore(asOf.plus(within));
  }

  /** Asks the broker once more; there is never more to do at once. */
  boolean probe() {
    try {
      var partitions = new HashMap<TopicPartition, OffsetSpec>();
      admin
          .describeTopics(groups.keySet())
          .allTopicNames()
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
          .values()
          .forEach(
              topic ->
                  topic
                      .partitions()
                      .forEach(
                          p ->
                              partitions.put(
                                  new TopicPartition(topic.name(), p.partition()),
                                  OffsetSpec.latest())));
      var now = clock.now(); // before the ends are read: what is said later may be in them or not
      var ends = new HashMap<TopicPartition, Long>();
      admin
          .listOffsets(partitions)
          .all()
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
          .forEach((partition, end) -> ends.put(partition, end.offset()));
      known = known.look(now, ends, committed());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(
          "The broker does not say how far people and events go; no mail is sent meanwhile", e);
    }
  }

  private Map<TopicPartition, Long> committed()
      throws InterruptedException, ExecutionException, TimeoutException {
    var committed = new HashMap<TopicPartition, Long>();
    for (var group : groups.values()) {
      admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
          .forEach(
              (partition, offset) -> {
                if (offset != null) {
                  committed.put(partition, offset.offset());
                }
              });
    }
    return committed;
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(1));
  }
}
