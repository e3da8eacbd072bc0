package dev.rapport.local.docker;

import dev.rapport.local.process.LocalFailure;
import dev.rapport.local.process.Ports;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;

/** The broker of the {@code apache/kafka} image, one node. */
public final class ContainerKafka extends Container {
  private static final int INSIDE = 9092;

  public ContainerKafka(Path log, Consumer<String> whenDead) {
    super("kafka", Images.kafka(), Ports.any(), log, whenDead);
    publish(INSIDE);
    settings(port).forEach(this::setting);
  }

  // Docker takes connections for it before it listens.
  @Override
  void awaitAnswer() {
    try (Admin admin =
        Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap()))) {
      admin.describeCluster().nodes().get();
    } catch (ExecutionException e) {
      throw new LocalFailure("Kafka does not answer: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalFailure("Interrupted while waiting for Kafka.", e);
    }
  }

  /** {@code host:port}. */
  public String bootstrap() {
    return "127.0.0.1:" + port;
  }

  private static Map<String, String> settings(int port) {
    return Map.ofEntries(
        Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
        Map.entry("KAFKA_NODE_ID", "1"),
        Map.entry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093"),
        Map.entry("KAFKA_LISTENERS", "PLAINTEXT://:9092,CONTROLLER://:9093"),
        Map.entry("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://127.0.0.1:" + port),
        Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
        Map.entry(
            "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
        Map.entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"),
        Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1"),
        Map.entry("KAFKA_OFFSETS_RETENTION_MINUTES", "86400"),
        Map.entry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1"),
        Map.entry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1"),
        Map.entry("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1"),
        Map.entry("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1"),
        Map.entry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0"));
  }
}
