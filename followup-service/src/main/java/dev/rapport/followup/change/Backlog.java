package dev.rapport.followup.change;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import dev.rapport.followup.store.FollowUps;
import dev.rapport.messaging.EventClock;
import dev.rapport.messaging.MachineClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Shows what is open and what is due but not taken up, counted at a pace that costs little. */
public final class Backlog {

  /** Counting rests this many times as long as it took. */
  private static final int REST = 50;

  private static final List<String> OPEN = List.of("waiting", "scheduled", "withOwner", "due");

  private final FollowUps followUps;
  private final EventClock event;
  private final MachineClock machine;
  private final Map<String, AtomicLong> open = new HashMap<>();
  private final AtomicLong overdue = new AtomicLong();

  private Instant notBefore = Instant.EPOCH;

  /** Takes what to count, by which times, and where to show it. */
  public Backlog(
      FollowUps followUps, EventClock event, MachineClock machine, MeterRegistry meters) {
    this.followUps = followUps;
    this.event = event;
    this.machine = machine;
    for (var state : OPEN) {
      var count = new AtomicLong();
      open.put(state, count);
      meters.gauge("rapport.followups.open", List.of(Tag.of("state", state)), count);
    }
    meters.gauge("rapport.followups.due.backlog", overdue);
  }

  /** Counts, unless it is too soon; false, so that its loop always pauses. */
  public boolean count() {
    var started = machine.now();
    if (started.isBefore(notBefore)) {
      return false;
    }
    overdue.set(followUps.count(Filters.lte("dueAt", Date.from(event.now()))));
    // Every open follow-up has one of the two: both indexes hold nothing else.
    var waited = Filters.or(Filters.exists("dueAt"), Filters.exists("retryAt"));
    var found = new HashMap<String, Long>();
    followUps
        .documents()
        .aggregate(
            List.of(
                Aggregates.match(waited), Aggregates.group("$state", Accumulators.sum("n", 1L))))
        .forEach(group -> found.put(group.getString("_id"), group.getLong("n")));
    open.forEach((state, gauge) -> gauge.set(found.getOrDefault(state, 0L)));
    notBefore = machine.now().plus(Duration.between(started, machine.now()).multipliedBy(REST));
    return false;
  }
}
