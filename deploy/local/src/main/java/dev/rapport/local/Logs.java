package dev.rapport.local;

import dev.rapport.local.process.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of logs for each stack, in {@code .rapport/logs}: still there when a stack has ended.
 */
final class Logs {
  private Logs() {}

  /** A new folder; those of ended processes are deleted. */
  static Path folder(Checkout checkout) {
    Path all = checkout.kept("logs");
    try (Stream<Path> former = Files.list(all)) {
      former.filter(Logs::isOver).forEach(Logs::delete);
      return Files.createTempDirectory(all, ProcessHandle.current().pid() + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOver(Path folder) {
    String pid = folder.getFileName().toString().replaceFirst("-.*", "");
    return pid.matches("\\d{1,18}")
        && ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive).isEmpty();
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> leavesFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : leavesFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
