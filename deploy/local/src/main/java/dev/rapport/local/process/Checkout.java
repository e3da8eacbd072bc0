package dev.rapport.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The clone that this code runs in: its root folder, and {@code .rapport/} for what may be kept.
 */
public record Checkout(Path root) {

  /**
   * Finds the root: {@code -Drapport.home} if given, else the first folder upwards from the working
   * directory that holds {@code deploy/broker}.
   */
  public static Checkout find() {
    String home = System.getProperty("rapport.home");
    if (home != null) {
      return new Checkout(Path.of(home).toAbsolutePath());
    }
    Path here = Path.of("").toAbsolutePath();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("deploy/broker/pom.xml"))) {
        return new Checkout(folder);
      }
    }
    throw new LocalFailure(
        "No clone of Rapport was found from " + here + " upwards; start from inside a clone.");
  }

  /**
   * A folder under {@code .rapport/}, made when missing; what is in it may be deleted at any time.
   */
  public Path kept(String folder) {
    try {
      return Files.createDirectories(root.resolve(".rapport").resolve(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
