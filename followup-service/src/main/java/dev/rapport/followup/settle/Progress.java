package dev.rapport.followup.settle;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import dev.rapport.followup.plan.Event;
import dev.rapport.followup.store.Events;
import dev.rapport.messaging.DutyCycle;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.Outgoing;
import dev.rapport.messaging.Publisher;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Tells how far an event is: counted anew each time, never added up. Only what changed since the
 * last count is counted soon; all that is not closed is counted slowly, for what a crash forgot.
 */
public final class Progress {

  private static final int EVENTS_AT_ONCE = 100;

  private final MongoCollection<Document> revs;
  private final Count count;
  private final Events events;
  private final Publisher publisher;
  private final MachineClock clock;
  private final DutyCycle dutyCycle;

  private final Set<UUID> changed = new HashSet<>();
  private final Map<UUID, FollowupProgress> last = new ConcurrentHashMap<>();

  private @Nullable UUID recounted;

  /** Takes what to count and where to tell. */
  public Progress(
      MongoDatabase database, Count count, Events events, Publisher publisher, MachineClock clock) {
    this.revs = database.getCollection("progress");
    this.count = count;
    this.events = events;
    this.publisher = publisher;
    this.clock = clock;
    this.dutyCycle = new DutyCycle(clock);
  }

  /** These events' follow-ups have changed. */
  public void changed(Collection<UUID> touched) {
    synchronized (changed) {
      changed.addAll(touched);
    }
  }

  /** An event has changed: its count is told again even if it is the same, as of after that. */
  public void sayAgain(UUID event) {
    last.remove(event);
    changed(List.of(event));
  }

  /** Counts what changed, unless it is too soon; false, so that its loop always pauses. */
  public boolean tell() {
    if (dutyCycle.isRested()) {
      Set<UUID> due;
      synchronized (changed) {
        due = Set.copyOf(changed);
        changed.clear();
      }
      tell(due);
    }
    return false;
  }

  /** Has some of the events that are not closed counted; false when it has been through all. */
  public boolean recount() {
    var some = events.notClosed(recounted, EVENTS_AT_ONCE);
    changed(some.stream().map(Event::id).toList());
    recounted = some.size() < EVENTS_AT_ONCE ? null : some.getLast().id();
    return recounted != null;
  }

  private void tell(Set<UUID> due) {
    try {
      for (var event : due) {
        tell(event);
      }
    } catch (RuntimeException e) {
      changed(due);
      throw e;
    }
  }

  private void tell(UUID event) {
    // Drawn before counting: a higher revision never carries an older count.
    var rev = nextRev(event);
    var began = clock.now();
    var progress = count.of(event, rev);
    dutyCycle.worked(began);
    var before = last.get(event);
    if (before == null || !before.saysTheSame(progress)) {
      publisher.send(List.of(Outgoing.state(FollowupProgress.TOPIC, event, rev, progress)));
      last.put(event, progress);
    }
  }

  private long nextRev(UUID event) {
    var drawn =
        revs.findOneAndUpdate(
            Filters.eq("_id", event),
            Updates.inc("rev", 1L),
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
    return Objects.requireNonNull(drawn).getLong("rev");
  }
}
