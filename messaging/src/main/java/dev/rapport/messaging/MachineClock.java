package dev.rapport.messaging;

import java.time.Clock;
import java.time.Instant;

/**
 * The time that the machines live in: claims, pauses, outbox age, retention. Never compared with
 * {@link EventClock}.
 */
public interface MachineClock {

  /** The machine's wall clock. */
  static MachineClock system() {
    return Clock.systemUTC()::instant;
  }

  /** Returns now, in machine time. */
  Instant now();
}
