package dev.rapport.local.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Ends every child when this process ends, however it ends. A small shell beside it is told of each
 * child and folder; it reads until its input closes, which the kernel does even after a SIGKILL,
 * then kills the children and deletes the folders. Each child leads a process group, and what it
 * has started goes with it. A shutdown hook waits for that, so after Ctrl-C no process and no port
 * is left when the prompt is back.
 */
final class Guard {
  private static final String SCRIPT =
      """
      trap '' INT TERM HUP
      pids=' '
      while read -r word rest; do
        case "$word" in
          watch) pids="$pids$rest " ;;
          forget) kill -9 "-$rest"; pids="${pids%% "$rest" *} ${pids#* "$rest" }" ;;
          folder) set -- "$@" "$rest" ;;
        esac
      done
      for pid in $pids; do kill -9 "-$pid" "$pid"; done
      tries=0
      for pid in $pids; do
        while kill -0 "-$pid" && [ $tries -lt 100 ]; do sleep 0.05; tries=$((tries + 1)); done
      done
      for folder in "$@"; do rm -rf "$folder"; done
      """;

  private static final Guard ONLY = new Guard();

  private final Process shell;
  private final OutputStream input;
  private volatile boolean ending;

  private Guard() {
    try {
      shell =
          new ProcessBuilder("/bin/sh", "-c", SCRIPT, "rapport-guard")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    input = shell.getOutputStream();
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "rapport-guard"));
  }

  static Guard guard() {
    return ONLY;
  }

  void watch(long pid) {
    tell("watch " + pid);
  }

  void forget(long pid) {
    tell("forget " + pid);
  }

  void deleteAtExit(Path folder) {
    tell("folder " + folder);
  }

  /** Whether this process is at its end, so that no child's end is news. */
  boolean isEnding() {
    return ending;
  }

  private synchronized void tell(String line) {
    if (ending) {
      return; // the shell is ending everything that it knows
    }
    try {
      input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      input.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("The guard of the local processes is gone.", e);
    }
  }

  private synchronized void end() {
    ending = true;
    try {
      input.close();
      shell.waitFor();
    } catch (IOException alreadyClosed) {
      shell.destroy();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
