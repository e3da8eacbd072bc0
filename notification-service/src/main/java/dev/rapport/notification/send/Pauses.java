package dev.rapport.notification.send;

import dev.rapport.messaging.EventClock;
import dev.rapport.messaging.MachineClock;
import dev.rapport.notification.model.Notification;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How long a mail waits before it is tried again, in machine time. The pauses grow from five
 * minutes of event time to two hours: the first retries fit into a day's window at any speed of the
 * clock.
 */
@Component
class Pauses {

  private static final Duration FIRST = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofHours(2);

  /** No server is asked more often than this, however fast event time runs. */
  private static final Duration LEAST = Duration.ofMillis(100);

  private static final int DOUBLINGS = 5;

  private final EventClock eventClock;
  private final MachineClock machineClock;

  Pauses(EventClock eventClock, MachineClock machineClock) {
    this.eventClock = eventClock;
    this.machineClock = machineClock;
  }

  /** Returns when to try again after this many failures; a closing window is looked at first. */
  Instant next(Notification notification, int failures) {
    return next(notification, failures, null);
  }

  /**
   * Returns the same, where a server wants to hear nothing for a while.
   *
   * @param notBefore in machine time
   */
  Instant next(Notification notification, int failures, @Nullable Instant notBefore) {
    var first = max(eventClock.machine(FIRST), LEAST);
    var longest = max(eventClock.machine(LONGEST), LEAST.multipliedBy(1L << DOUBLINGS));
    var pause = min(first.multipliedBy(1L << Math.min(failures, DOUBLINGS)), longest);
    if (notBefore != null) {
      pause = max(pause, Duration.between(machineClock.now(), notBefore));
    }
    var window = notification.window();
    var now = eventClock.now();
    if (window != null && !notification.isInDoubt() && !window.isOver(now)) {
      pause = min(pause, eventClock.machine(Duration.between(now, window.to())).plusMillis(1));
    }
    return machineClock.now().plus(pause);
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
