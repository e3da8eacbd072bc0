package dev.rapport.system.contract;

import dev.rapport.local.process.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The property-based checker of OpenAPI descriptions, from PyPI, in a virtual environment under
 * {@code .rapport/} that is made once.
 *
 * @see <a href="https://schemathesis.readthedocs.io">Schemathesis</a>
 */
final class Schemathesis {

  private static final String VERSION = "4.32.5";

  /** More examples find little more, and cost a minute each doubling. */
  private static final int EXAMPLES = 25;

  /** Whether the check passed, and what it printed. */
  record Run(boolean passed, String printed) {}

  private final Path program;

  private Schemathesis(Path program) {
    this.program = program;
  }

  /** Makes the virtual environment where it is not there yet. */
  static Schemathesis installed() {
    var folder = Checkout.find().kept("schemathesis-" + VERSION);
    var done = folder.resolve("installed");
    if (!Files.exists(done)) {
      mustWork(
          List.of("python3", "-m", "venv", folder.toString()),
          "The API check needs python3 with venv; install it: \"apt-get install python3-venv\".");
      mustWork(
          List.of(
              folder.resolve("bin/python").toString(),
              "-m",
              "pip",
              "install",
              "--quiet",
              "schemathesis==" + VERSION),
          "The API check needs schemathesis " + VERSION + " from PyPI; see why pip fails.");
      write(done, VERSION);
    }
    return new Schemathesis(folder.resolve("bin/schemathesis"));
  }

  /** Compares a service with the description that it gives of itself. */
  Run check(URI service, String token, Path folder) {
    var config = folder.resolve("schemathesis.toml");
    write(config, config());
    return run(
        List.of(
            program.toString(),
            "run",
            service + "/v3/api-docs",
            "--header",
            "Authorization: Bearer " + token,
            "--max-examples",
            Integer.toString(EXAMPLES),
            "--no-color"),
        folder);
  }

  private static String config() {
    try (var config = Schemathesis.class.getResourceAsStream("schemathesis.toml")) {
      if (config == null) {
        throw new IllegalStateException("schemathesis.toml is not beside the tests");
      }
      return new String(config.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void mustWork(List<String> command, String otherwise) {
    try {
      var run = run(command, Path.of("").toAbsolutePath());
      if (!run.passed()) {
        throw new AssertionError(otherwise + "\n" + run.printed());
      }
    } catch (UncheckedIOException e) {
      throw new AssertionError(otherwise, e);
    }
  }

  private static Run run(List<String> command, Path folder) {
    try {
      var output = Files.createTempFile("schemathesis", ".log");
      var process =
          new ProcessBuilder(new ArrayList<>(command))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(10, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
      var printed = Files.readString(output);
      Files.delete(output);
      return new Run(process.waitFor() == 0, printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
