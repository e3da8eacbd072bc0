package dev.rapport.local.docker;

import com.github.dockerjava.api.exception.NotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** Which images are taken, and whether they are on this machine; none is ever pulled. */
public final class Images {
  private static final String KAFKA = image("RAPPORT_KAFKA_IMAGE", "apache/kafka:4.3.1");
  private static final String MONGO = image("RAPPORT_MONGODB_IMAGE", "mongo:8.0");

  private Images() {}

  /** Whether a Docker daemon answers and has both images. */
  public static boolean areHere() {
    boolean likely =
        System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
    return likely
        && DockerClientFactory.instance().isDockerAvailable()
        && isHere(KAFKA)
        && isHere(MONGO);
  }

  static GenericContainer<?> kafka() {
    return container(KAFKA);
  }

  static GenericContainer<?> mongo() {
    return container(MONGO);
  }

  // A missing image would otherwise be asked for over two minutes.
  private static GenericContainer<?> container(String image) {
    return new GenericContainer<>(DockerImageName.parse(image)).withImagePullPolicy(name -> false);
  }

  private static boolean isHere(String image) {
    try {
      DockerClientFactory.lazyClient().inspectImageCmd(image).exec();
      return true;
    } catch (NotFoundException missing) {
      return false;
    }
  }

  private static String image(String variable, String otherwise) {
    return System.getenv().getOrDefault(variable, otherwise);
  }
}
