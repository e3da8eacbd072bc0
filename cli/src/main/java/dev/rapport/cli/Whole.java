package dev.rapport.cli;

import dev.rapport.local.Service;
import dev.rapport.local.Stack;
import dev.rapport.local.StackSettings;
import dev.rapport.system.world.World;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/** The whole system on this machine, as the commands start and show it. */
final class Whole implements AutoCloseable {

  private final Stack stack;
  private final Duration day;
  private final double startSeconds;

  private Whole(Stack stack, Duration day, double startSeconds) {
    this.stack = stack;
    this.day = day;
    this.startSeconds = startSeconds;
  }

  /**
   * Starts it.
   *
   * @param stays whether it outlives the conference, with time to keep what is quicker next time
   */
  static Whole start(Duration day, boolean stays, PrintWriter out) {
    var clock = Clock.systemUTC();
    var began = clock.instant();
    var settings =
        StackSettings.standard(
                sentence -> {
                  out.println(sentence);
                  out.flush();
                })
            .withDay(day)
            .withRecord(stays)
            .withRestart(true);
    var stack = Stack.start(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
    RunningStack.remember(stack.parts().kafka());
    RunningStack.describe(
        Map.of(
            "origin", stack.origin().toString(),
            "events", stack.base(Service.EVENTS).toString(),
            "token", stack.issuer().token(Map.of("scope", "platform"))));
    return new Whole(stack, day, Duration.between(began, clock.instant()).toMillis() / 1000.0);
  }

  /** Machine seconds until every service was ready. */
  double startSeconds() {
    return startSeconds;
  }

  /** Resident memory by process, in MiB, and their sum. */
  Map<String, Long> memoryMb() {
    var memory = new TreeMap<String, Long>();
    stack.memory().forEach((part, bytes) -> memory.put(part, bytes >> 20));
    memory.put("total", memory.values().stream().mapToLong(Long::longValue).sum());
    return memory;
  }

  /** Prints where each page and API is, and how to get a token. */
  void show(PrintWriter out) {
    out.println();
    stack.addresses().forEach((what, where) -> out.printf("  %-22s %s%n", what, where));
    out.printf("  %-22s %s; a day takes %d s%n", "event time now", eventTime(), day.toSeconds());
    out.printf("  %-22s %s%n", "logs", stack.logs());
    out.println();
    out.println("A token for the platform, which may do everything:");
    out.println("  " + stack.issuer().howToGetAToken());
    out.println("Each service describes its API at /v3/api-docs.");
    out.flush();
  }

  private Instant eventTime() {
    return world().time().now().truncatedTo(ChronoUnit.SECONDS);
  }

  /** Keeps everything running until Ctrl-C. */
  void keep(PrintWriter out) throws InterruptedException {
    out.println();
    out.println("All of it keeps running. Ctrl-C stops it.");
    out.flush();
    stack.keepForNextTime();
    new CountDownLatch(1).await();
  }

  /** The doors that a conference is played through. */
  World world() {
    return World.of(stack, Clock.systemUTC());
  }

  @Override
  public void close() {
    stack.close();
  }
}
