package dev.rapport.messaging;

import java.time.Duration;
import java.time.Instant;

/**
 * The time that people live in: meetings, slots, deadlines, expiry of links. It may run faster than
 * the machine's (see {@link TimeSettings}); never compared with {@link MachineClock}.
 */
public interface EventClock {

  /** Returns now, in event time. */
  Instant now();

  /** Returns how long the machine waits for this much event time to pass. */
  Duration machine(Duration event);
}
