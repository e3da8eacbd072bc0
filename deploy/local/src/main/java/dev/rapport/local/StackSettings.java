package dev.rapport.local;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How a stack runs.
 *
 * @param day machine time that one day of event time takes
 * @param clock machine time
 * @param say hears sentences: which parts were taken, what was moved, what died
 * @param record keep AOT caches of what runs, so that the next start is quicker
 * @param restart start a service again that dies, as an orchestrator does
 * @param services settings of all services, beside those that the stack makes
 * @param wires the services reach MongoDB and the mail server by wires that can be made worse; only
 *     where all of them are containers
 */
public record StackSettings(
    Duration day,
    Clock clock,
    Consumer<String> say,
    boolean record,
    boolean restart,
    Map<String, String> services,
    boolean wires) {

  public StackSettings {
    services = Map.copyOf(services);
    if (day.compareTo(Duration.ofSeconds(1)) < 0 || day.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("A day takes a second to a day, not " + day + ".");
    }
  }

  /** A day in five seconds, on the system's clock. */
  public static StackSettings standard(Consumer<String> say) {
    return new StackSettings(
        Duration.ofSeconds(5), Clock.systemUTC(), say, false, false, Map.of(), false);
  }

  public StackSettings withDay(Duration day) {
    return new StackSettings(day, clock, say, record, restart, services, wires);
  }

  /** Settings of all services. */
  public StackSettings withServices(Map<String, String> services) {
    return new StackSettings(day, clock, say, record, restart, services, wires);
  }

  public StackSettings withRecord(boolean record) {
    return new StackSettings(day, clock, say, record, restart, services, wires);
  }

  public StackSettings withRestart(boolean restart) {
    return new StackSettings(day, clock, say, record, restart, services, wires);
  }

  public StackSettings withWires(boolean wires) {
    return new StackSettings(day, clock, say, record, restart, services, wires);
  }

  /** Event seconds per machine second. */
  public double speed() {
    return (double) Duration.ofDays(1).toMillis() / day.toMillis();
  }
}
