package dev.rapport.local.docker;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.testcontainers.containers.GenericContainer;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service's image, held as an orchestrator would hold it: nothing may be written, nothing be done
 * but what a user may do. In the machine's network, where all parts are at 127.0.0.1.
 */
public final class ContainerService extends Container {
  private static final long MEMORY = 640L << 20;

  private final Path settings;
  private boolean told;

  /**
   * @param settings properties; read at the first start, as they are not written before
   * @param port where it listens, on 127.0.0.1
   */
  public ContainerService(
      String name, String image, int port, Path settings, Path log, Consumer<String> whenDead) {
    this(name, held(Images.own(image)), port, settings, log, whenDead);
  }

  private ContainerService(
      String name,
      GenericContainer<?> container,
      int port,
      Path settings,
      Path log,
      Consumer<String> whenDead) {
    super(name, container, port, log, whenDead);
    this.settings = settings;
    inMachinesNetwork();
    command("--server.port=" + port);
    // A test's conference is over before the second compiler's work pays; see process' class Jvm.
    setting("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
  }

  @Override
  public void start() {
    if (!told) {
      setting("SPRING_APPLICATION_JSON", json());
      told = true;
    }
    super.start();
  }

  /** Whoever starts it asks whether it is ready. */
  @Override
  void awaitAnswer() {}

  private static GenericContainer<?> held(GenericContainer<?> container) {
    return container.withCreateContainerCmdModifier(
        command -> {
          HostConfig host = command.getHostConfig();
          if (host != null) {
            host.withReadonlyRootfs(true)
                .withTmpFs(Map.of("/tmp", ""))
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges:true"))
                .withMemory(MEMORY);
          }
        });
  }

  private String json() {
    var properties = new Properties();
    try (Reader file = Files.newBufferedReader(settings)) {
      properties.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return JsonMapper.shared().writeValueAsString(properties);
  }
}
