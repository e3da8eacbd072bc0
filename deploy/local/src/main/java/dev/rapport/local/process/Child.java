package dev.rapport.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A process that is started, killed and started again, with one log file over all its lives. */
public final class Child implements Part {
  private static final int LAST_LINES = 15;
  private static final int LONGEST_LINE = 300;

  private final String name;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path log;
  private final Consumer<String> whenDead;
  private @Nullable Process process;

  /**
   * @param log both output streams are appended here
   * @param whenDead hears one sentence, and the log's last lines, when the process ends unasked
   */
  public Child(
      String name,
      List<String> command,
      Map<String, String> environment,
      Path log,
      Consumer<String> whenDead) {
    this.name = name;
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.log = log;
    this.whenDead = whenDead;
  }

  @Override
  public synchronized void start() {
    if (process != null && process.isAlive()) {
      throw new LocalFailure(name + " runs already, as process " + process.pid() + ".");
    }
    // In a session of its own: Ctrl-C in a terminal reaches us alone, and we end the child.
    var inSession = new ArrayList<>(List.of("setsid"));
    inSession.addAll(command);
    var builder = new ProcessBuilder(inSession).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      Process started = builder.start();
      Guard.guard().watch(started.pid());
      // Ours before its end is listened for: it may have ended already.
      process = started;
      started.onExit().thenAccept(this::ended);
    } catch (IOException e) {
      throw new LocalFailure(name + " could not be started: " + e.getMessage(), e);
    }
  }

  /** SIGKILL; returns when the process is gone. */
  @Override
  public void kill() {
    Process victim = release();
    if (victim != null) {
      victim.destroyForcibly();
      await(victim);
    }
  }

  public synchronized boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** Fails, with the log's last lines, when the process has ended. */
  @Override
  public void check() {
    if (!isAlive()) {
      throw new LocalFailure(name + " has died; " + lastLines());
    }
  }

  /** The process' number, for looking at it from outside. */
  public synchronized long pid() {
    if (process == null) {
      throw new LocalFailure(name + " does not run.");
    }
    return process.pid();
  }

  /** Resident memory in bytes, 0 when it does not run. */
  @Override
  public synchronized long memory() {
    return process == null || !process.isAlive() ? 0 : memory(process.pid());
  }

  /** Resident memory of any process in bytes, 0 when there is none. */
  public static long memory(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException gone) {
      return 0;
    }
  }

  @Override
  public String name() {
    return name;
  }

  private synchronized @Nullable Process release() {
    Process released = process;
    process = null;
    return released;
  }

  private void ended(Process ended) {
    Guard.guard().forget(ended.pid());
    boolean unasked;
    synchronized (this) {
      unasked = ended == process;
    }
    if (unasked && !Guard.guard().isEnding()) {
      whenDead.accept("%s died (exit code %d); %s".formatted(name, ended.exitValue(), lastLines()));
    }
  }

  private String lastLines() {
    try {
      List<String> lines = Files.readAllLines(log).stream().map(Child::shortened).toList();
      List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
      return "the last lines of %s:%n  %s".formatted(log, String.join("\n  ", last));
    } catch (IOException e) {
      return "its log " + log + " cannot be read.";
    }
  }

  private static String shortened(String line) {
    return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
  }

  private void await(Process leaving) {
    try {
      leaving.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalFailure("Interrupted while " + name + " was ending.", e);
    }
  }
}
