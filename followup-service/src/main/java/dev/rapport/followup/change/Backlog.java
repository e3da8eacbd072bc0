package dev.rapport.followup.change;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import dev.rapport.followup.store.FollowUps;
import dev.rapport.messaging.EventClock;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.Watch;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Shows what is open and how it stands in time, counted at a pace that costs little.
 *
 * <p>An open one is <em>late</em> when its deadline has passed; else <em>not yet due</em> while it
 * waits for the event or its day; else <em>due</em>: asked for, on its owner's list, or to be taken
 * up now.
 */
public final class Backlog {

  /** Counting rests this many times as long as it took. */
  private static final int REST = 50;

  private static final List<String> OPEN = List.of("waiting", "scheduled", "withOwner", "due");
  private static final List<String> TIMING = List.of("notYetDue", "due", "late");

  private final FollowUps followUps;
  private final EventClock event;
  private final MachineClock machine;
  private final Map<String, AtomicLong> open;
  private final Map<String, AtomicLong> timing;

  private Instant notBefore = Instant.EPOCH;

  /** The day of the earliest ask that is not answered. */
  private volatile @Nullable LocalDate unanswered;

  /** Takes what to count, by which times, and where to show it. */
  public Backlog(
      FollowUps followUps,
      EventClock event,
      MachineClock machine,
      Watch watch,
      MeterRegistry meters) {
    this.followUps = followUps;
    this.event = event;
    this.machine = machine;
    this.open = gauges(meters, "rapport.followups.open", "state", OPEN);
    this.timing = gauges(meters, "rapport.followups.timing", "when", TIMING);
    watch.number(
        "rapport.followups.due.backlog",
        Tags.empty(),
        "Due and not taken up yet",
        () -> followUps.count(Filters.lte("dueAt", Date.from(event.now()))));
    watch.age(
        "rapport.followups.age",
        Tags.of("stage", "toTakeUp"),
        "How long the oldest follow-up that is due has not been taken up",
        this::dueSince);
    watch.age(
        "rapport.followups.age",
        Tags.of("stage", "toAnswer"),
        "How long the day is over of the oldest ask that has no answer",
        this::unansweredSince);
  }

  private static Map<String, AtomicLong> gauges(
      MeterRegistry meters, String name, String tag, List<String> values) {
    var gauges = new HashMap<String, AtomicLong>();
    for (var value : values) {
      var count = new AtomicLong();
      gauges.put(value, count);
      meters.gauge(name, List.of(Tag.of(tag, value)), count);
    }
    return Map.copyOf(gauges);
  }

  /** Counts, unless it is too soon; false, so that its loop always pauses. */
  public boolean count() {
    var started = machine.now();
    if (started.isBefore(notBefore)) {
      return false;
    }
    var now = Date.from(event.now());
    var states = new HashMap<String, Long>();
    var times = new HashMap<String, Long>();
    LocalDate earliest = null;
    for (var group : grouped(now)) {
      var key = group.get("_id", new Document());
      var state = key.get("state", "");
      var many = group.get("n", 0L);
      states.merge(state, many, Long::sum);
      times.merge(when(state, key), many, Long::sum);
      var slot = group.getString("slot");
      if (state.equals("due") && slot != null) {
        var day = LocalDate.parse(slot);
        earliest = earliest == null || day.isBefore(earliest) ? day : earliest;
      }
    }
    unanswered = earliest;
    open.forEach((state, gauge) -> gauge.set(states.getOrDefault(state, 0L)));
    timing.forEach((when, gauge) -> gauge.set(times.getOrDefault(when, 0L)));
    notBefore = machine.now().plus(Duration.between(started, machine.now()).multipliedBy(REST));
    return false;
  }

  private Iterable<Document> grouped(Date now) {
    // Every open follow-up has one of the two: both indexes hold nothing else.
    var waited = Filters.or(Filters.exists("dueAt"), Filters.exists("retryAt"));
    var key =
        new Document("state", "$state")
            .append("late", passed("$deadline", "$lt", now))
            .append("come", passed("$dueAt", "$lte", now));
    return followUps
        .documents()
        .aggregate(
            List.of(
                Aggregates.match(waited),
                Aggregates.group(
                    key, Accumulators.sum("n", 1L), Accumulators.min("slot", "$slot"))));
  }

  /** What is missing sorts before every moment, and has not passed. */
  private static Document passed(String field, String operator, Date now) {
    return new Document(
        "$and",
        List.of(
            new Document("$gt", Arrays.asList(field, null)),
            new Document(operator, List.of(field, now))));
  }

  private static String when(String state, Document key) {
    if (key.getBoolean("late", false)) {
      return "late";
    }
    var waits = state.equals("waiting") || state.equals("scheduled");
    return waits && !key.getBoolean("come", false) ? "notYetDue" : "due";
  }

  private @Nullable Instant dueSince() {
    var oldest = followUps.firstDue(event.now());
    return oldest == null ? null : machineTime(oldest);
  }

  private @Nullable Instant unansweredSince() {
    var day = unanswered;
    if (day == null) {
      return null;
    }
    var over = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return over.isBefore(event.now()) ? machineTime(over) : null;
  }

  /** The moment of machine time at which event time was that. */
  private Instant machineTime(Instant eventTime) {
    return machine.now().minus(event.machine(Duration.between(eventTime, event.now())));
  }
}
