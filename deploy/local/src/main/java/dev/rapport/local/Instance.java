package dev.rapport.local;

import dev.rapport.local.process.Checkout;
import dev.rapport.local.process.Child;
import dev.rapport.local.process.Jvm;
import dev.rapport.local.process.SetupFailure;
import dev.rapport.local.process.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One process of a service; a service has one, or several side by side. */
final class Instance {
  private static final String HEAP = "224m";
  private static final int MOST_STARTS = 10;
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int LOOK_MILLIS = 2_000;

  private final Jvm jvm;
  private final Child child;
  private final URI base;
  private int starts;

  /**
   * @param number from 0; several share the settings in the folder
   * @param record whether a run without an AOT cache records one
   */
  Instance(
      Checkout checkout,
      Service service,
      int number,
      int port,
      Path folder,
      Path logs,
      boolean record,
      Consumer<String> whenDead) {
    String name = number == 0 ? service.artifact() : service.artifact() + "-" + (number + 1);
    this.base = URI.create("http://127.0.0.1:" + port);
    this.jvm = new Jvm(checkout, service.artifact(), classPath(checkout, service), folder);
    List<String> main = new ArrayList<>(List.of(service.mainClass()));
    main.add(
        "--spring.config.additional-location=file:"
            + folder.resolve(service.artifact())
            + ".properties");
    main.add("--server.port=" + port);
    this.child =
        new Child(
            name,
            jvm.command(HEAP, record, List.of("-XX:MaxMetaspaceSize=160m"), main),
            Map.of(),
            logs.resolve(name + ".log"),
            whenDead);
  }

  void start() {
    child.start();
  }

  /** Returns when it says that it is ready. */
  void awaitReady() {
    Waiting.until(
        child.name() + " to be ready at " + base,
        PATIENCE,
        () -> {
          child.check();
          return isReady();
        });
  }

  /** Whether one that died may be started once more, or has been so too often. */
  synchronized boolean mayStartAgain() {
    return ++starts < MOST_STARTS;
  }

  Child child() {
    return child;
  }

  URI base() {
    return base;
  }

  boolean hasCache() {
    return jvm.hasCache();
  }

  void keepForNextTime() {
    if (!jvm.hasCache() && child.isAlive()) {
      jvm.keepRecording(child);
    }
  }

  private boolean isReady() {
    try {
      var connection =
          (HttpURLConnection) base.resolve("/actuator/health/readiness").toURL().openConnection();
      connection.setConnectTimeout(LOOK_MILLIS);
      connection.setReadTimeout(LOOK_MILLIS);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static List<Path> classPath(Checkout checkout, Service service) {
    Path target = checkout.root().resolve(service.artifact()).resolve("target");
    try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.of()) {
      Path jar =
          files
              .filter(
                  file ->
                      file.getFileName()
                          .toString()
                          .matches(service.artifact() + "-[\\d.]+(-SNAPSHOT)?\\.jar"))
              .findFirst()
              .orElseThrow(() -> notBuilt(service));
      Path written = target.resolve("classpath");
      if (!Files.exists(written)) {
        throw notBuilt(service);
      }
      List<Path> classPath = new ArrayList<>(List.of(jar));
      for (String entry : Files.readString(written).strip().split(":", -1)) {
        classPath.add(Path.of(entry));
      }
      return classPath;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SetupFailure notBuilt(Service service) {
    return new SetupFailure(
        service.artifact() + " is not built; run \"mvn package -DskipTests\" first.");
  }
}
