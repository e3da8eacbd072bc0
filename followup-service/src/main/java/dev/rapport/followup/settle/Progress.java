package dev.rapport.followup.settle;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.rapport.followup.plan.Event;
import dev.rapport.followup.store.Events;
import dev.rapport.messaging.DutyCycle;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.Outbox;
import dev.rapport.messaging.Publisher;
import dev.rapport.messaging.WorkSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Tells how far an event is: counted anew each time, never added up. Events that changed come
 * first; all that are not closed are counted slowly, for what a crash forgot.
 */
public final class Progress {

  private static final int EVENTS_AT_ONCE = 100;

  /** The revision that was drawn last; {@code rev} is the one that was stored. */
  private static final String DRAWN = "drawn";

  private static final String SAY_AGAIN = "sayAgain";

  private final MongoCollection<Document> counts;
  private final Count count;
  private final Events events;
  private final Outbox outbox;
  private final MachineClock clock;
  private final DutyCycle dutyCycle;
  private final Duration round;

  private final LinkedHashSet<UUID> changed = new LinkedHashSet<>();
  private final Queue<UUID> others = new ArrayDeque<>();

  private @Nullable UUID lastOfOthers;
  private Instant nextRound = Instant.MIN;

  /** Takes what to count and where to tell. */
  public Progress(
      MongoDatabase database,
      Count count,
      Events events,
      Publisher publisher,
      MachineClock clock,
      WorkSettings settings) {
    this.counts = database.getCollection("progress");
    this.count = count;
    this.events = events;
    this.outbox = new Outbox(counts, FollowupProgress::of, publisher, clock);
    this.clock = clock;
    this.dutyCycle = new DutyCycle(clock);
    this.round = settings.retryAfter();
  }

  /** These events' follow-ups have changed. */
  public void changed(Collection<UUID> touched) {
    synchronized (changed) {
      changed.addAll(touched);
    }
  }

  /** An event has changed: its count is told again even if it is the same, as of after that. */
  public void sayAgain(UUID event) {
    counts.updateOne(
        Filters.eq("_id", event),
        Updates.combine(
            Updates.set(SAY_AGAIN, true),
            Updates.setOnInsert("rev", 0L),
            Updates.setOnInsert(DRAWN, 0L)),
        new UpdateOptions().upsert(true));
    changed(List.of(event));
  }

  /** Counts one event, unless it is too soon; false, so that its loop always pauses. */
  public boolean tell() {
    var event = dutyCycle.isRested() ? next() : null;
    if (event != null) {
      try {
        tell(event);
      } catch (RuntimeException e) {
        changed(List.of(event));
        throw e;
      }
    }
    return false;
  }

  /** Sends what was left behind; true when there was any. */
  public boolean sweep() {
    return outbox.sweep();
  }

  private @Nullable UUID next() {
    synchronized (changed) {
      if (!changed.isEmpty()) {
        return changed.removeFirst();
      }
    }
    if (others.isEmpty() && !clock.now().isBefore(nextRound)) {
      var some = events.notClosed(lastOfOthers, EVENTS_AT_ONCE);
      some.stream().map(Event::id).forEach(others::add);
      var isLast = some.size() < EVENTS_AT_ONCE;
      lastOfOthers = isLast ? null : some.getLast().id();
      nextRound = isLast ? clock.now().plus(round) : nextRound;
    }
    return others.poll();
  }

  /**
   * Counts an event, under a revision that is drawn before. Another instance may draw a later one
   * and count earlier; its numbers stay until the next count, which differs from what is stored.
   */
  private void tell(UUID event) {
    var began = clock.now();
    var drawn = drawn(event);
    var rev = Objects.requireNonNull(drawn.getLong(DRAWN));
    var numbers = count.numbers(event);
    dutyCycle.worked(began);
    if (!numbers.equals(drawn.get(FollowupProgress.NUMBERS))
        || drawn.getBoolean(SAY_AGAIN, false)) {
      counts.updateOne(
          Filters.and(Filters.eq("_id", event), Filters.lt("rev", rev)),
          Updates.combine(
              Updates.set(FollowupProgress.NUMBERS, numbers),
              Updates.set("rev", rev),
              Updates.unset(SAY_AGAIN),
              Outbox.pending(rev, clock)));
      outbox.send(List.of(event));
    }
  }

  private Document drawn(UUID event) {
    return Objects.requireNonNull(
        counts.findOneAndUpdate(
            Filters.eq("_id", event),
            Updates.combine(Updates.inc(DRAWN, 1L), Updates.setOnInsert("rev", 0L)),
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
  }
}
