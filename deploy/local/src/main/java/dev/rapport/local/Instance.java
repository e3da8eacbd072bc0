package dev.rapport.local;

import dev.rapport.local.docker.ContainerService;
import dev.rapport.local.process.Checkout;
import dev.rapport.local.process.Child;
import dev.rapport.local.process.Jvm;
import dev.rapport.local.process.Part;
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
import org.jspecify.annotations.Nullable;

/**
 * One process of a service, or one container of its image; a service has one, or several side by
 * side.
 */
final class Instance {
  private static final String HEAP = "224m";
  private static final int MOST_STARTS = 10;
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int LOOK_MILLIS = 2_000;

  private final Part part;
  private final @Nullable Kept kept;
  private final @Nullable ContainerService container;
  private final URI base;
  private int starts;

  /** What a process starts from; an image brings its own cache. */
  private record Kept(Jvm jvm, Child child) {}

  private Instance(Part part, @Nullable Kept kept, @Nullable ContainerService container, URI base) {
    this.part = part;
    this.kept = kept;
    this.container = container;
    this.base = base;
  }

  /**
   * @param number from 0; several share the settings in the folder
   * @param record whether a run without an AOT cache records one
   */
  static Instance process(
      Checkout checkout,
      Service service,
      int number,
      int port,
      Path folder,
      Path logs,
      boolean record,
      Consumer<String> whenDead) {
    String name = name(service, number);
    var jvm = new Jvm(checkout, service.artifact(), classPath(checkout, service), folder);
    List<String> main = new ArrayList<>(List.of(service.mainClass()));
    main.add("--spring.config.additional-location=file:" + settings(service, folder));
    main.add("--server.port=" + port);
    var child =
        new Child(
            name,
            jvm.command(HEAP, record, List.of("-XX:MaxMetaspaceSize=160m"), main),
            Map.of(),
            logs.resolve(name + ".log"),
            whenDead);
    return new Instance(child, new Kept(jvm, child), null, at(port));
  }

  /** The same from its image. */
  static Instance container(
      String image,
      Service service,
      int number,
      int port,
      Path folder,
      Path logs,
      Consumer<String> whenDead) {
    String name = name(service, number);
    Path settings = settings(service, folder);
    Path log = logs.resolve(name + ".log");
    var container = new ContainerService(name, image, port, settings, log, whenDead);
    return new Instance(container, null, container, at(port));
  }

  void start() {
    part.start();
  }

  /** Returns when it says that it is ready. */
  void awaitReady() {
    Waiting.until(
        part.name() + " to be ready at " + base,
        PATIENCE,
        () -> {
          part.check();
          return isReady();
        });
  }

  /** Whether one that died may be started once more, or has been so too often. */
  synchronized boolean mayStartAgain() {
    return ++starts < MOST_STARTS;
  }

  Part part() {
    return part;
  }

  /** What only a container can do; fails for a process. */
  ContainerService container() {
    if (container == null) {
      throw new SetupFailure(
          part.name() + " is a process, not a container; set RAPPORT_IMAGES to run images.");
    }
    return container;
  }

  URI base() {
    return base;
  }

  boolean hasCache() {
    return kept == null || kept.jvm().hasCache();
  }

  void keepForNextTime() {
    if (kept != null && !kept.jvm().hasCache() && kept.child().isAlive()) {
      kept.jvm().keepRecording(kept.child());
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

  private static String name(Service service, int number) {
    return number == 0 ? service.artifact() : service.artifact() + "-" + (number + 1);
  }

  private static Path settings(Service service, Path folder) {
    return folder.resolve(service.artifact() + ".properties");
  }

  private static URI at(int port) {
    return URI.create("http://127.0.0.1:" + port);
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
