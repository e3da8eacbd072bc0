package dev.rapport.followup.hear;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.rapport.followup.change.Changes;
import dev.rapport.followup.plan.Event;
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.settle.Progress;
import dev.rapport.followup.store.Events;
import dev.rapport.followup.store.FollowUps;
import dev.rapport.followup.store.Worlds;
import dev.rapport.followup.welcome.Welcomes;
import dev.rapport.messaging.Message;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps its copies of events. What a changed event means for its follow-ups is worked off in the
 * background: a moved conference of a million would outlast any batch.
 */
final class EventsHeard {

  private static final int EVENTS_AT_ONCE = 10;
  private static final int AT_ONCE = 1_000;

  /** The longest that a held follow-up waits before it is looked at again, in event time. */
  private static final Duration HELD_FOR = Duration.ofHours(1);

  private final Events events;
  private final FollowUps followUps;
  private final Changes changes;
  private final Progress progress;
  private final Worlds worlds;
  private final Welcomes welcomes;

  EventsHeard(
      Events events,
      FollowUps followUps,
      Changes changes,
      Progress progress,
      Worlds worlds,
      Welcomes welcomes) {
    this.events = events;
    this.followUps = followUps;
    this.changes = changes;
    this.progress = progress;
    this.worlds = worlds;
    this.welcomes = welcomes;
  }

  void heard(List<Message<EventChanged>> messages) {
    events.store(messages.stream().map(m -> m.body().toEvent()).toList());
  }

  /** Plans again what was planned by an older policy; true when an event had changed. */
  boolean follow() {
    var changed = events.toFollow(EVENTS_AT_ONCE);
    for (var event : changed) {
      follow(event);
      welcomes.wake(event.id());
      progress.sayAgain(event.id());
      events.followed(event);
    }
    return !changed.isEmpty();
  }

  private void follow(Event event) {
    var found = page(event, null);
    while (!found.isEmpty()) {
      changes.each(found.stream().map(FollowUp::id).toList(), FollowUp::planned);
      found = found.size() < AT_ONCE ? List.of() : page(event, found.getLast().id());
    }
    if (!event.held()) {
      goOn(event);
    }
  }

  /** What a hold has put off to the next hour goes on now. */
  private void goOn(Event event) {
    var now = worlds.now().now();
    var putOff =
        Filters.and(
            Filters.eq("event", event.id()),
            Filters.eq("state", "scheduled"),
            Filters.gt("dueAt", Date.from(now)),
            Filters.lte("dueAt", Date.from(now.plus(HELD_FOR))));
    UUID last = null;
    List<FollowUp> found;
    do {
      var filter = last == null ? putOff : Filters.and(putOff, Filters.gt("_id", last));
      found = followUps.find(filter, Sorts.ascending("_id"), AT_ONCE);
      changes.each(found.stream().map(FollowUp::id).toList(), FollowUp::planned);
      last = found.isEmpty() ? null : found.getLast().id();
    } while (found.size() == AT_ONCE);
  }

  private List<FollowUp> page(Event event, @Nullable UUID after) {
    var open = Filters.and(Filters.eq("event", event.id()), Filters.ne("state", "settled"));
    var older =
        event.state() == Event.State.CANCELLED
            ? open
            : Filters.and(open, Filters.lt("policyRev", event.policyRev()));
    var filter = after == null ? older : Filters.and(older, Filters.gt("_id", after));
    return followUps.find(filter, Sorts.ascending("_id"), AT_ONCE);
  }
}
