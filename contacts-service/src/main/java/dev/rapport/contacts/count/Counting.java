package dev.rapport.contacts.count;

import dev.rapport.contacts.meeting.Dirty;
import dev.rapport.contacts.roster.Roster;
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
 * nothing rests on this instance having noticed a change. Counting takes at most a twentieth of the
 * time.
 */
@Component
class Counting {

  /** A count of this length is followed by a pause this many times as long. */
  private static final int PAUSE = 19;

  /** Nothing changes in an event any more this long after its last reports. */
  private static final Duration ARCHIVED = Duration.ofDays(30);

  private final Counter counter;
  private final Dirty dirty;
  private final Roster roster;
  private final EventClock eventClock;
  private final MachineClock clock;
  private final Duration round;

  private final LinkedHashSet<UUID> changed = new LinkedHashSet<>();
  private final LinkedHashSet<UUID> all = new LinkedHashSet<>();
  private Instant nextCount = Instant.MIN;
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
    this.round = settings.retryAfter();
  }

  /** Counts one event if it is time to; called by one thread. */
  boolean countNext() {
    changed.addAll(dirty.take());
    var start = clock.now();
    if (start.isBefore(nextCount)) {
      return false;
    }
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
      nextCount = start.plus(Duration.between(start, clock.now()).multipliedBy(PAUSE + 1L));
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
