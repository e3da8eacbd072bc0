package dev.rapport.local.kafka;

import dev.rapport.local.process.LocalFailure;
import dev.rapport.local.process.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;

/** Makes topics that are not there yet, and says where readers begin. */
public final class Topics {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final String bootstrap;

  public Topics(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  /** Makes those that are missing, and returns when the broker has acknowledged them. */
  public void make(Collection<NewTopic> topics) {
    try (Admin admin = admin(bootstrap)) {
      Set<String> there = admin.listTopics().names().get();
      List<NewTopic> missing = new ArrayList<>(topics);
      missing.removeIf(topic -> there.contains(topic.name()));
      admin.createTopics(missing).all().get();
    } catch (ExecutionException e) {
      throw new LocalFailure("The topics could not be made: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalFailure("Interrupted while making topics.", e);
    }
  }

  /**
   * Moves groups to the end of their topics, where they read on. A killed reader is a member for
   * some seconds more; one that stays is another stack's.
   *
   * @param readers the topic of each group
   */
  public void beginAtTheEnd(Map<String, String> readers) {
    try (Admin admin = admin(bootstrap)) {
      Waiting.until(
          "another stack to leave the broker " + bootstrap + ", which serves one at a time",
          PATIENCE,
          () -> readers.keySet().stream().noneMatch(inUse(admin)::contains));
      for (var reader : readers.entrySet()) {
        var ends = ends(admin, reader.getValue());
        admin.alterConsumerGroupOffsets(reader.getKey(), ends).all().get();
      }
    } catch (ExecutionException e) {
      throw new LocalFailure("The readers could not be moved: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalFailure("Interrupted while moving readers.", e);
    }
  }

  private static Set<String> inUse(Admin admin) {
    try {
      return admin.listGroups(ListGroupsOptions.forConsumerGroups()).valid().get().stream()
          .filter(group -> !group.groupState().equals(Optional.of(GroupState.EMPTY)))
          .map(GroupListing::groupId)
          .collect(Collectors.toSet());
    } catch (ExecutionException e) {
      throw new LocalFailure("The groups could not be listed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalFailure("Interrupted while listing groups.", e);
    }
  }

  private static Map<TopicPartition, OffsetAndMetadata> ends(Admin admin, String topic)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    var described = admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
    Objects.requireNonNull(described, topic).partitions().stream()
        .map(partition -> new TopicPartition(topic, partition.partition()))
        .forEach(partition -> latest.put(partition, OffsetSpec.latest()));
    Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
    admin
        .listOffsets(latest)
        .all()
        .get()
        .forEach((partition, end) -> ends.put(partition, new OffsetAndMetadata(end.offset())));
    return ends;
  }

  /** A plain topic. */
  public static NewTopic topic(String name, int partitions, Map<String, String> settings) {
    return new NewTopic(name, partitions, (short) 1).configs(settings);
  }

  static Admin admin(String bootstrap) {
    var properties = new Properties();
    properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    return Admin.create(properties);
  }
}
