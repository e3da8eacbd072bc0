package dev.rapport.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What {@code check} renders, once for all tests. */
final class Rendering {

  /** The checkout's root; tests run in their module's folder. */
  static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

  static final Path FOLDER = Path.of("target", "rendered").toAbsolutePath();

  /** Alerts and dashboards, which promise nothing about services. */
  private static final String EYES = "observability";

  private static final List<Manifests> ALL = render();

  private Rendering() {}

  /** Base, and each overlay. */
  static List<Manifests> all() {
    return ALL.stream().filter(m -> !m.name().equals(EYES)).toList();
  }

  /** What an operator looks at. */
  static Manifests eyes() {
    return of(EYES);
  }

  static Manifests of(String name) {
    return ALL.stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
  }

  /** How {@code check} ended, and what it said. */
  record Verdict(int code, String said) {}

  static Verdict check(List<String> arguments) {
    try {
      var command = new ArrayList<>(List.of(Path.of("check").toAbsolutePath().toString()));
      command.addAll(arguments);
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Verdict(process.waitFor(), said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<Manifests> render() {
    var verdict = check(List.of("render", FOLDER.toString()));
    if (verdict.code() != 0) {
      throw new IllegalStateException("The manifests could not be rendered: " + verdict.said());
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted(Comparator.naturalOrder())
          .map(Manifests::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
