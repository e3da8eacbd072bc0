package dev.rapport.local.kafka;

import dev.rapport.local.process.Checkout;
import dev.rapport.local.process.Child;
import dev.rapport.local.process.Jvm;
import dev.rapport.local.process.LocalFailure;
import dev.rapport.local.process.Part;
import dev.rapport.local.process.Ports;
import dev.rapport.local.process.SetupFailure;
import dev.rapport.local.process.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A broker from {@code deploy/broker/target/lib}: one node, controller and broker in one (KRaft).
 */
public final class LocalKafka implements Part {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String HEAP = "320m";

  private final int port;
  private final int controller = Ports.any();
  private final Path folder;
  private final Jvm jvm;
  private final Child child;

  /**
   * @param folder for its settings and data
   * @param log where both of its output streams go
   * @param record whether a run without an AOT cache records one, see {@link #keepForNextTime}
   * @param say hears that its port has moved, or that it has died
   */
  public LocalKafka(
      Checkout checkout, Path folder, Path log, boolean record, Consumer<String> say) {
    this.port = Ports.near(9092, "kafka", say);
    this.folder = folder;
    this.jvm = new Jvm(checkout, "kafka", libraries(checkout), folder);
    write("server.properties", settings());
    write("log4j2.properties", LOGGING);
    this.child =
        new Child(
            "kafka",
            jvm.command(HEAP, record, options(), List.of("kafka.Kafka", file("server.properties"))),
            Map.of(),
            log,
            say);
  }

  @Override
  public void start() {
    if (!Files.exists(folder.resolve("data/meta.properties"))) {
      format();
    }
    child.start();
    Waiting.until(
        "kafka to answer on port " + port,
        PATIENCE,
        () -> {
          child.check();
          return Ports.answers(port);
        });
  }

  /** {@code host:port}. */
  public String bootstrap() {
    return "127.0.0.1:" + port;
  }

  /** Keeps what this run has loaded, so that the next start is quick; a moment of quiet is best. */
  public void keepForNextTime() {
    if (!jvm.hasCache() && child.isAlive()) {
      jvm.keepRecording(child);
    }
  }

  @Override
  public String name() {
    return child.name();
  }

  @Override
  public void kill() {
    child.kill();
  }

  @Override
  public void check() {
    child.check();
  }

  @Override
  public long memory() {
    return child.memory();
  }

  private void format() {
    List<String> command =
        jvm.command(
            "64m",
            false,
            options(),
            List.of(
                "kafka.tools.StorageTool",
                "format",
                "--cluster-id",
                "rapport-local-cluster1",
                "--config",
                file("server.properties")));
    Path output = folder.resolve("format.log");
    try {
      Process format =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!format.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || format.exitValue() != 0) {
        throw new LocalFailure(
            "Kafka's storage could not be formatted: " + Files.readString(output));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalFailure("Interrupted while formatting Kafka's storage.", e);
    }
  }

  private List<String> options() {
    return List.of("-Dlog4j2.configurationFile=" + file("log4j2.properties"));
  }

  private static List<Path> libraries(Checkout checkout) {
    Path lib = checkout.root().resolve("deploy/broker/target/lib");
    if (!Files.isDirectory(lib)) {
      throw new SetupFailure(
          "The broker's libraries are missing; run \"mvn package -pl deploy/broker\" first.");
    }
    try (Stream<Path> jars = Files.list(lib)) {
      return jars.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // One node stands in for a cluster: replication of one, few partitions in the internal topics. A
  // small buffer for the cleaner, whose default of 128 MB would not fit into the heap. Offsets
  // outlive the facts, as the contracts ask for.
  private String settings() {
    return """
    process.roles=broker,controller
    node.id=1
    controller.quorum.voters=1@127.0.0.1:%2$d
    listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
    advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
    controller.listener.names=CONTROLLER
    listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
    log.dirs=%3$s
    auto.create.topics.enable=false
    offsets.topic.replication.factor=1
    offsets.topic.num.partitions=4
    offsets.retention.minutes=86400
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    transaction.state.log.num.partitions=1
    share.coordinator.state.topic.replication.factor=1
    share.coordinator.state.topic.min.isr=1
    group.initial.rebalance.delay.ms=0
    log.cleaner.dedupe.buffer.size=4194304
    """
        .formatted(port, controller, folder.resolve("data"));
  }

  private static final String LOGGING =
      """
      status=error
      appender.console.type=Console
      appender.console.name=console
      appender.console.layout.type=PatternLayout
      appender.console.layout.pattern=%d %p %c{1} %m%n
      rootLogger.level=warn
      rootLogger.appenderRef.console.ref=console
      """;
}
