package dev.rapport.system;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Watches how fast follow-ups are settled, and which process works for it. */
final class Pace implements Stages {

  private static final Duration STRETCH = Duration.ofSeconds(5);

  /** How far it was; CPU by process, since its start. */
  private record Mark(Instant at, long settled, Map<String, Duration> cpu) {}

  private final Clock clock;
  private final List<Mark> marks = new ArrayList<>();

  Pace(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void at(Stage stage, long count, long total) {
    if (stage == Stage.SETTLED && (marks.isEmpty() || count > marks.getLast().settled)) {
      marks.add(new Mark(clock.instant(), count, cpu()));
    }
  }

  @Override
  public void say(String sentence) {
    System.out.println(sentence);
  }

  /** The whole, and the busiest stretch of five seconds with the cores that each process took. */
  synchronized String summary() {
    if (marks.size() < 2) {
      return "Nothing was settled.\n";
    }
    Mark first = marks.getFirst();
    Mark last = marks.getLast();
    Mark from = first;
    Mark to = first;
    double best = 0;
    for (Mark end : marks) {
      for (Mark start : marks) {
        double rate = rate(start, end);
        if (!Duration.between(start.at, end.at).minus(STRETCH).isNegative() && rate > best) {
          best = rate;
          from = start;
          to = end;
        }
      }
    }
    return """
        Settled %,d follow-ups in %.1f s, nights included.
        The busiest stretch: %,.0f a second over %.1f s. Cores taken in it: %s.
        """
        .formatted(last.settled, seconds(first, last), best, seconds(from, to), cores(from, to));
  }

  private static double rate(Mark from, Mark to) {
    return (to.settled - from.settled) / seconds(from, to);
  }

  private static double seconds(Mark from, Mark to) {
    return Duration.between(from.at, to.at).toMillis() / 1000.0;
  }

  private static Map<String, String> cores(Mark from, Mark to) {
    Map<String, String> cores = new TreeMap<>();
    double seconds = seconds(from, to);
    to.cpu.forEach(
        (name, cpu) -> {
          Duration used = cpu.minus(from.cpu.getOrDefault(name, Duration.ZERO));
          cores.put(name, "%.2f".formatted(used.toMillis() / 1000.0 / seconds));
        });
    return cores;
  }

  private static Map<String, Duration> cpu() {
    Map<String, Duration> cpu = new TreeMap<>();
    ProcessHandle self = ProcessHandle.current();
    cpu.put("player", self.info().totalCpuDuration().orElse(Duration.ZERO));
    self.descendants()
        .forEach(
            process ->
                cpu.merge(
                    name(process.info().commandLine().orElse("")),
                    process.info().totalCpuDuration().orElse(Duration.ZERO),
                    Duration::plus));
    return cpu;
  }

  private static String name(String command) {
    for (String part : List.of("contacts", "events", "followup", "notification")) {
      if (command.contains("dev.rapport." + part)) {
        return part;
      }
    }
    return command.contains("mongod ") ? "mongod" : command.contains("kafka.Kafka") ? "kafka" : "-";
  }
}
