package dev.rapport.local.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.WaitResponse;
import dev.rapport.local.process.Child;
import dev.rapport.local.process.LocalFailure;
import dev.rapport.local.process.Part;
import dev.rapport.local.process.Ports;
import dev.rapport.local.process.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.containers.wait.strategy.Wait;

/** A container with one port, fixed on 127.0.0.1, so that it is found again after a kill. */
abstract class Container implements Part {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Half of what our Kubernetes Deployments grant. */
  private static final Duration GRACE = Duration.ofSeconds(60);

  private static final AbstractWaitStrategy NOT_AT_ALL =
      new AbstractWaitStrategy() {
        @Override
        protected void waitUntilReady() {}
      };

  final int port;
  private final String name;
  private final Path log;
  private final GenericContainer<?> container;
  private final Consumer<String> whenDead;
  private volatile @Nullable Life life;

  Container(
      String name, GenericContainer<?> container, int port, Path log, Consumer<String> whenDead) {
    this.name = name;
    this.log = log;
    this.container = container;
    this.port = port;
    this.whenDead = whenDead;
    container.withLogConsumer(frame -> append(frame.getUtf8String()));
  }

  /** Its port inside is ours outside. */
  final void publish(int inside) {
    container.setPortBindings(List.of("127.0.0.1:%d:%d".formatted(port, inside)));
    container.waitingFor(Wait.forListeningPort().withStartupTimeout(PATIENCE));
  }

  /** One of several ports of an image without a shell, by which Testcontainers would look. */
  final void publish(int inside, int outside) {
    List<String> ports = new ArrayList<>(container.getPortBindings());
    ports.add("127.0.0.1:%d:%d".formatted(outside, inside));
    container.setPortBindings(ports);
    container.waitingFor(NOT_AT_ALL);
  }

  /** At 127.0.0.1 as the machine knows it, its ports included; whoever starts it waits for it. */
  final void inMachinesNetwork() {
    container.withNetworkMode("host").waitingFor(NOT_AT_ALL);
  }

  final void setting(String variable, String value) {
    container.withEnv(variable, value);
  }

  final void command(String... words) {
    container.withCommand(words);
  }

  @Override
  public void start() {
    if (container.getContainerId() == null) {
      container.start();
    } else {
      DockerClientFactory.lazyClient().startContainerCmd(container.getContainerId()).exec();
      logFromNowOn();
      awaitAnswer();
    }
    life = new Life();
    DockerClientFactory.lazyClient().waitContainerCmd(container.getContainerId()).exec(life);
  }

  /** Returns when it can be used again after a kill. */
  void awaitAnswer() {
    Waiting.until(name + " to answer", PATIENCE, () -> Ports.answers(port));
  }

  @Override
  public void kill() {
    life = null;
    if (container.isRunning()) {
      DockerClientFactory.lazyClient().killContainerCmd(container.getContainerId()).exec();
    }
  }

  /** SIGTERM; returns when it is gone, by SIGKILL if it takes too long. */
  public void end() {
    life = null;
    DockerClientFactory.lazyClient()
        .stopContainerCmd(container.getContainerId())
        .withTimeout((int) GRACE.toSeconds())
        .exec();
  }

  /**
   * It stands still, with all of its connections, until it is woken. By a signal: a daemon's
   * freezer gives up on a container that is busy.
   */
  public void pause() {
    signal("SIGSTOP");
  }

  public void wake() {
    signal("SIGCONT");
  }

  private void signal(String signal) {
    DockerClientFactory.lazyClient()
        .killContainerCmd(container.getContainerId())
        .withSignal(signal)
        .exec();
  }

  @Override
  public void check() {
    if (!container.isRunning()) {
      throw new LocalFailure(name + "'s container has ended; see " + log + ".");
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long memory() {
    @Nullable String id = container.getContainerId();
    if (id == null) {
      return 0;
    }
    @Nullable Long pid =
        DockerClientFactory.lazyClient().inspectContainerCmd(id).exec().getState().getPidLong();
    return pid == null || pid == 0 ? 0 : Child.memory(pid);
  }

  // Testcontainers follows a container's first life only.
  private void logFromNowOn() {
    DockerClientFactory.lazyClient()
        .logContainerCmd(container.getContainerId())
        .withStdOut(true)
        .withStdErr(true)
        .withFollowStream(true)
        .withSince((int) Clock.systemUTC().instant().getEpochSecond())
        .exec(
            new ResultCallback.Adapter<Frame>() {
              @Override
              public void onNext(Frame frame) {
                append(new String(frame.getPayload(), StandardCharsets.UTF_8));
              }
            });
  }

  /** From one start to the end that follows; tells of it unless it was asked for. */
  private final class Life extends ResultCallback.Adapter<WaitResponse> {
    @Override
    public void onNext(WaitResponse ended) {
      if (life == this) {
        whenDead.accept(
            "%s's container has ended (exit code %d); see %s."
                .formatted(name, ended.getStatusCode(), log));
      }
    }
  }

  private void append(String text) {
    try {
      Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
