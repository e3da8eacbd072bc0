package dev.rapport.cli;

import dev.rapport.local.process.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Remembers where the stack of this clone runs, for commands given in another terminal. */
final class RunningStack {

  private static final Properties DESCRIBED = new Properties();

  private RunningStack() {}

  /** Returns the broker's address, {@code host:port}, or null where none is known. */
  static @Nullable String kafka() {
    var named = System.getenv("RAPPORT_KAFKA");
    if (named != null && !named.isBlank()) {
      return named;
    }
    var file = file();
    try {
      return Files.exists(file) ? Files.readString(file).strip() : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the broker's address down until this process ends. */
  static void remember(String kafka) {
    var file = file();
    try {
      Files.writeString(file, kafka);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    file.toFile().deleteOnExit();
  }

  /**
   * Writes down what one needs to look at its pages, until this process ends: {@code origin},
   * {@code events}, a {@code token} of the platform, later {@code organiser}, {@code event} and an
   * {@code attendee}'s mail address.
   */
  static void describe(Map<String, String> words) {
    var file = file().resolveSibling("stack");
    DESCRIBED.putAll(words);
    try {
      if (!Files.exists(file)) {
        // The token opens everything of this stack.
        var owner = PosixFilePermissions.fromString("rw-------");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
      }
      try (var writer = Files.newBufferedWriter(file)) {
        DESCRIBED.store(writer, "The stack that runs");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    file.toFile().deleteOnExit();
  }

  private static Path file() {
    return Checkout.find().kept("running").resolve("kafka");
  }
}
