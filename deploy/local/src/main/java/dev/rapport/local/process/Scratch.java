package dev.rapport.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Temporary folders that are gone when this process is. */
public final class Scratch {
  private Scratch() {}

  /** A new folder, deleted at exit (also after a SIGKILL). */
  public static Path folder(String name) {
    try {
      Path folder = Files.createTempDirectory("rapport-" + name + "-");
      Guard.guard().deleteAtExit(folder);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
