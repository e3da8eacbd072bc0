package dev.rapport.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Watches when the last follow-up is settled, and which process has worked for it. */
final class Pace implements Stages {

  private final Clock clock;
  private final Instant began;
  private final Map<String, Duration> before = cpu();
  private long settled;
  private Instant last;

  Pace(Clock clock) {
    this.clock = clock;
    this.began = clock.instant();
    this.last = began;
  }

  @Override
  public synchronized void at(Stage stage, long count, long total) {
    if (stage == Stage.SETTLED && count > settled) {
      settled = count;
      last = clock.instant();
    }
  }

  @Override
  public void say(String sentence) {
    System.out.println(sentence);
  }

  /**
   * From the first mail's arrival (machine time) to the count that had all settled, which lags by
   * some seconds, and the CPU that the whole conference took.
   */
  synchronized String summary(Instant firstMail) {
    double seconds = Duration.between(firstMail, last).toMillis() / 1000.0;
    double all = Duration.between(began, clock.instant()).toMillis() / 1000.0;
    return """
        Settled %,d follow-ups within %.1f s of the first mail: %,.0f a second.
        CPU seconds in the %.0f s of the conference: %s.
        """
        .formatted(settled, seconds, settled / seconds, all, used());
  }

  private Map<String, Long> used() {
    Map<String, Long> used = new TreeMap<>();
    cpu()
        .forEach(
            (name, cpu) ->
                used.put(name, cpu.minus(before.getOrDefault(name, Duration.ZERO)).toSeconds()));
    return used;
  }

  private static Map<String, Duration> cpu() {
    Map<String, Duration> cpu = new TreeMap<>();
    ProcessHandle self = ProcessHandle.current();
    cpu.put("player", self.info().totalCpuDuration().orElse(Duration.ZERO));
    self.descendants()
        .forEach(
            process ->
                cpu.merge(
                    name(process.pid()),
                    process.info().totalCpuDuration().orElse(Duration.ZERO),
                    Duration::plus));
    return cpu;
  }

  // A class path is longer than what the JDK tells of another process.
  private static String name(long pid) {
    String command;
    try {
      command = Files.readString(Path.of("/proc", String.valueOf(pid), "cmdline"));
    } catch (IOException ended) {
      return "ended";
    }
    for (String part : List.of("contacts", "events", "followup", "notification")) {
      if (command.contains("dev.rapport." + part)) {
        return part;
      }
    }
    return command.contains("mongod\0")
        ? "mongod"
        : command.contains("kafka.Kafka") ? "kafka" : "-";
  }
}
