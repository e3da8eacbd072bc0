package dev.rapport.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A command in a process of its own, as in a terminal. */
record Program(Process process, Path output) {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** By which tests run in containers; a command starts processes, as on a bare machine. */
  private static final Set<String> CONTAINERS =
      Set.of("RAPPORT_IMAGES", "TESTCONTAINERS_RYUK_DISABLED");

  /** The rapport command, as the script hands over to it. */
  static Program rapport(Path home, Map<String, String> environment, String... words) {
    // Where tests run in the background, Ctrl-C is ignored by everything that they start.
    var command = new ArrayList<>(List.of("env", "--default-signal=INT"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Drapport.home=" + home);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("dev.rapport.cli.Rapport");
    command.addAll(List.of(words));
    return start(command, home, environment);
  }

  /** Any command; both of its streams are kept in the folder. */
  static Program start(List<String> command, Path folder, Map<String, String> environment) {
    try {
      var output = Files.createTempFile(folder, "output-", "");
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(output.toFile());
      builder.environment().keySet().removeAll(CONTAINERS);
      builder.environment().putAll(environment);
      return new Program(builder.start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it has printed so far. */
  String said() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its exit code, once it has ended. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("Has not ended: " + said());
    }
    return process.exitValue();
  }

  /** What Ctrl-C does in a terminal, where its children are in sessions of their own. */
  void interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).inheritIO().start().waitFor();
  }
}
