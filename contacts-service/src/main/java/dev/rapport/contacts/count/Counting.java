package dev.rapport.contacts.count;

import dev.rapport.contacts.meeting.Dirty;
import dev.rapport.contacts.roster.Roster;
import dev.rapport.messaging.DutyCycle;
import dev.rapport.messaging.EventClock;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.WorkSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Decides what is counted when: events that changed first, then all of them, slowly, so that
 * nothing rests on this instance having noticed a change.
 */
@Component
class Counting {

  /** Nothing changes in an event any more this long after its last reports. */
  private static final Duration ARCHIVED = Duration.ofDays(30);

  private final Counter counter;
  private final Dirty dirty;
  private final Roster roster;
  private final EventClock eventClock;
  private final MachineClock clock;
  private final DutyCycle dutyCycle;
  private final Duration round;

  private final LinkedHashSet<UUID> changed = new LinkedHashSet<>();
  private final LinkedHashSet<UUID> all = new LinkedHashSet<>();
  private Instant nextRound = Instant.MIN;

  Counting(
      Counter counter,
      Dirty dirty,
      Roster roster,
      EventClock eventClock,
      MachineClock clock,
      WorkSettings settings) {
    this.counter = counter;
    this.dirty = dirty;
    this.roster = roster;
    this.eventClock = eventClock;
    this.clock = clock;
    this.dutyCycle = new DutyCycle(clock);
    this.round = settings.retryAfter();
  }

  /** Counts one event if it is time to; called by one thread. */
  boolean countNext() {
    changed.addAll(dirty.take());
    if (!dutyCycle.isRested()) {
      return false;
    }
    var start = clock.now();
    if (all.isEmpty() && !start.isBefore(nextRound)) {
      all.addAll(counter.events());
      nextRound = start.plus(round);
    }
    var waiting = changed.isEmpty() ? all : changed;
    if (waiting.isEmpty()) {
      return false;
    }
    var event = waiting.getFirst();
    var soonAgain = false;
    if (waiting == changed || !isArchived(event)) {
      soonAgain = counter.count(event);
      dutyCycle.worked(start);
    }
    waiting.remove(event);
    if (soonAgain) {
      changed.addLast(event);
    }
    return true;
  }

  private boolean isArchived(UUID event) {
    var times = roster.event(event);
    return times != null && times.closedAt(eventClock.now().minus(ARCHIVED));
  }
}
