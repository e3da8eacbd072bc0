package dev.rapport.local.docker;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** Which images are taken, and whether they are on this machine; none is ever pulled. */
public final class Images {
  private static final String KAFKA = image("RAPPORT_KAFKA_IMAGE", "apache/kafka:4.3.1");
  private static final String MONGO = image("RAPPORT_MONGODB_IMAGE", "mongo:8.0.12");

  private static final String TOXIPROXY =
      image("RAPPORT_TOXIPROXY_IMAGE", "ghcr.io/shopify/toxiproxy:2.12.0");

  /** As this version of Testcontainers names it. */
  private static final String REAPER = "testcontainers/ryuk:0.14.0";

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Images() {}

  /**
   * Whether a Docker daemon answers and has both images, and the one by which Testcontainers takes
   * away what a killed command leaves; {@code TESTCONTAINERS_RYUK_DISABLED=true} does without it.
   */
  public static boolean areHere() {
    // Testcontainers' own client would first pull the reaper.
    List<String> inspect = new ArrayList<>(List.of("docker", "image", "inspect", KAFKA, MONGO));
    if (!Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"))) {
      inspect.add(REAPER);
    }
    try {
      Process docker =
          new ProcessBuilder(inspect)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = docker.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      docker.destroy();
      return ended && docker.exitValue() == 0;
    } catch (IOException noDocker) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static GenericContainer<?> kafka() {
    return container(KAFKA);
  }

  static GenericContainer<?> mongo() {
    return container(MONGO);
  }

  static GenericContainer<?> toxiproxy() {
    return container(TOXIPROXY);
  }

  static GenericContainer<?> own(String image) {
    return container(image);
  }

  // A missing image would otherwise be asked for over two minutes.
  private static GenericContainer<?> container(String image) {
    return new GenericContainer<>(DockerImageName.parse(image)).withImagePullPolicy(name -> false);
  }

  private static String image(String variable, String otherwise) {
    return System.getenv().getOrDefault(variable, otherwise);
  }
}
