package dev.rapport.followup.ask;

import dev.rapport.messaging.EventClock;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.WorkSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** When, in machine time, to ask again about what is not answered. */
public final class Patience {

  private final EventClock event;
  private final MachineClock machine;
  private final Duration retryAfter;

  /** Takes both clocks: this is the one place where a wait in event time becomes machine time. */
  public Patience(EventClock event, MachineClock machine, WorkSettings settings) {
    this.event = event;
    this.machine = machine;
    this.retryAfter = settings.retryAfter();
  }

  /** Now, in machine time. */
  public Instant now() {
    return machine.now();
  }

  /** The first repeat, which heals a crash between claim and ask. */
  public Instant first() {
    return machine.now().plus(retryAfter);
  }

  /** Later repeats: none before the slot's day is over, then with growing pauses. */
  public Instant next(LocalDate slot) {
    return growing(slot.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** The longer ago, in event time, the longer the pause; what is still to come is waited for. */
  public Instant growing(Instant from) {
    var since = Duration.between(from, event.now());
    var pause = event.machine(since.isNegative() ? since.negated() : since.dividedBy(2));
    return machine.now().plus(pause.compareTo(retryAfter) < 0 ? retryAfter : pause);
  }
}
