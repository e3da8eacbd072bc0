package dev.rapport.followup.due;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.rapport.followup.ask.Asks;
import dev.rapport.followup.ask.Patience;
import dev.rapport.followup.change.Changes;
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.plan.State.Due;
import dev.rapport.followup.plan.State.Waiting;
import dev.rapport.followup.store.FollowUps;
import dev.rapport.followup.store.Worlds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Repeats the latest word on what is due and unanswered, with the same ids, and looks again at what
 * waits for an event that nobody has heard of.
 */
public final class RetryTimer {

  private static final int AT_ONCE = 1_000;

  private final FollowUps followUps;
  private final Worlds worlds;
  private final Changes changes;
  private final Asks asks;
  private final Patience patience;

  /** Takes the follow-ups, how to ask, and how long to wait. */
  public RetryTimer(
      FollowUps followUps, Worlds worlds, Changes changes, Asks asks, Patience patience) {
    this.followUps = followUps;
    this.worlds = worlds;
    this.changes = changes;
    this.asks = asks;
    this.patience = patience;
  }

  /** Works off a part of what is unanswered; true when there was any. */
  public boolean repeat() {
    var found =
        followUps.find(
            Filters.lte("retryAt", Date.from(patience.now())), Sorts.ascending("retryAt"), AT_ONCE);
    if (found.isEmpty()) {
      return false;
    }
    var due = new HashSet<UUID>();
    var waiting = new HashSet<UUID>();
    for (var followUp : found) {
      (followUp.state() instanceof Due ? due : waiting).add(followUp.id());
    }
    var waited = changes.each(waiting, FollowUp::planned);
    // Planned again as well: a consent taken back reaches an ask even if its message got lost.
    var planned = changes.each(due, FollowUp::planned);
    asks.send(planned.values(), worlds.of(planned.values()));
    putOff(planned.values());
    putOff(waited.values());
    return true;
  }

  private void putOff(Iterable<FollowUp> looked) {
    var byTime = new HashMap<Instant, List<UUID>>();
    for (var followUp : looked) {
      var next = next(followUp);
      if (next != null) {
        // To the second: what is put off alike shares one write.
        byTime
            .computeIfAbsent(
                Instant.ofEpochSecond(next.getEpochSecond() + 1), t -> new ArrayList<>())
            .add(followUp.id());
      }
    }
    byTime.forEach((at, ids) -> followUps.retryAt(ids, at));
  }

  private @Nullable Instant next(FollowUp followUp) {
    return switch (followUp.state()) {
      case Due due -> due.then() == null ? patience.next(due.slot()) : patience.first();
      // An event that nobody has heard of by now may well be a mistyped one.
      case Waiting waiting -> patience.growing(followUp.meeting().reportedAt());
      default -> null;
    };
  }
}
