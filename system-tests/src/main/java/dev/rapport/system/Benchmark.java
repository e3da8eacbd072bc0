package dev.rapport.system;

import dev.rapport.local.Stack;
import dev.rapport.local.StackSettings;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.player.Script;
import dev.rapport.system.world.World;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Measures how many follow-ups are settled a second when all of a large conference are automatic:
 * {@code --attendees 3000 --met 25 --day PT60S}.
 */
public final class Benchmark {

  private Benchmark() {}

  /** Starts a stack of its own, plays, prints, and ends with 0 when nothing was objected to. */
  public static void main(String[] arguments) {
    Map<String, String> options = options(arguments);
    int attendees = Integer.parseInt(options.getOrDefault("--attendees", "3000"));
    int met = Integer.parseInt(options.getOrDefault("--met", "25"));
    Duration day = Duration.parse(options.getOrDefault("--day", "PT60S"));
    Clock clock = Clock.systemUTC();
    int code;
    try (Stack stack = Stack.start(StackSettings.standard(System.out::println).withDay(day))) {
      World world = World.of(stack, clock);
      Pace pace = new Pace(clock);
      Script script = Script.plain("benchmark", attendees, met, 1);
      Outcome outcome = Conference.play(world, script, new Ledger(), pace);
      System.out.print(outcome.report().summary());
      System.out.print(outcome.report().table());
      System.out.print(pace.summary(world.mail().since(0).getFirst().arrived()));
      System.out.println("Memory in MB: " + megabytes(stack.memory()));
      outcome.objections().stream().limit(20).forEach(o -> System.out.println(o.sentence()));
      code = outcome.exitCode();
    }
    System.exit(code);
  }

  private static Map<String, Long> megabytes(Map<String, Long> bytes) {
    Map<String, Long> megabytes = new HashMap<>();
    bytes.forEach((part, size) -> megabytes.put(part, size >> 20));
    return megabytes;
  }

  private static Map<String, String> options(String[] arguments) {
    if (arguments.length % 2 != 0) {
      throw new IllegalArgumentException(
          "Options come in pairs: --attendees N --met N --day PT60S");
    }
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    return options;
  }
}
