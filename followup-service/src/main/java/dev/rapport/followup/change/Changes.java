package dev.rapport.followup.change;

import dev.rapport.followup.ask.Asks;
import dev.rapport.followup.list.OwnerLists;
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.plan.State.Due;
import dev.rapport.followup.plan.State.WithOwner;
import dev.rapport.followup.plan.World;
import dev.rapport.followup.settle.Progress;
import dev.rapport.followup.settle.Settlements;
import dev.rapport.followup.store.FollowUps;
import dev.rapport.followup.store.FollowUps.Change;
import dev.rapport.followup.store.FollowUps.Changed;
import dev.rapport.followup.store.FollowUps.Deciding;
import dev.rapport.followup.store.Worlds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes decisions and does what follows from the resulting follow-ups: asks are taken back,
 * outcomes and answers told, lists woken, events counted. Doing it twice is harmless.
 */
public final class Changes {

  private static final int AT_ONCE = 1_000;

  private final FollowUps followUps;
  private final Worlds worlds;
  private final Asks asks;
  private final Settlements settlements;
  private final OwnerLists lists;
  private final Progress progress;
  private final Figures figures;

  /** Takes the documents and everyone who is to hear of a change. */
  public Changes(
      FollowUps followUps,
      Worlds worlds,
      Asks asks,
      Settlements settlements,
      OwnerLists lists,
      Progress progress,
      Figures figures) {
    this.followUps = followUps;
    this.worlds = worlds;
    this.asks = asks;
    this.settlements = settlements;
    this.lists = lists;
    this.progress = progress;
    this.figures = figures;
  }

  /** A decision about a follow-up that is there. */
  @FunctionalInterface
  public interface Step {
    /** Returns what it is to be next in this world. */
    FollowUp next(FollowUp current, World world);
  }

  /** Takes a step with each that is there; returns what they are now. */
  public Map<UUID, FollowUp> each(Collection<UUID> ids, Step step) {
    return apply(
        ids,
        current -> {
          var world = worlds.of(current);
          return (id, followUp) -> followUp == null ? null : step.next(followUp, world);
        });
  }

  /** Applies decisions; returns what the follow-ups are now. */
  public Map<UUID, FollowUp> apply(Collection<UUID> ids, Deciding deciding) {
    var all = new ArrayList<>(ids);
    var result = new HashMap<UUID, FollowUp>();
    for (var from = 0; from < all.size(); from += AT_ONCE) {
      var part = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      // Told before the write: a crash in between costs a look at a list, not a list.
      var changed = followUps.change(part, deciding, this::tellLists);
      follow(changed);
      result.putAll(changed.all());
    }
    return result;
  }

  private void follow(Changed changed) {
    var takenBack = new ArrayList<FollowUp>();
    var events = new HashSet<UUID>();
    for (var followUp : changed.all().values()) {
      if (followUp.state() instanceof Due due && due.then() != null) {
        takenBack.add(followUp);
      }
      events.add(followUp.event());
    }
    // Told again: a list that was looked at between the telling and the write saw nothing new.
    wakeLists(changed.all().values());
    leaveLists(changed.changes());
    if (!takenBack.isEmpty()) {
      asks.send(takenBack, worlds.now());
    }
    settlements.send(changed.owing());
    progress.changed(events);
    figures.changed(changed);
  }

  private void tellLists(List<Change> changes) {
    wakeLists(changes.stream().map(Change::after).toList());
    leaveLists(changes);
  }

  private void leaveLists(Collection<Change> changes) {
    var left = new ArrayList<FollowUp>();
    for (var change : changes) {
      if ((isWithOwner(change.before()) && !isWithOwner(change.after())) || isNewsNoMore(change)) {
        left.add(change.after());
      }
    }
    if (!left.isEmpty()) {
      lists.left(left);
    }
  }

  /** Who accepted and now wants nothing of it is not told of as one who accepted. */
  private static boolean isNewsNoMore(Change change) {
    var before = change.before();
    return before != null
        && before.voices().news()
        && !change.after().voices().news()
        && !change.after().connects();
  }

  private static boolean isWithOwner(@Nullable FollowUp followUp) {
    return followUp != null && followUp.state() instanceof WithOwner;
  }

  private void wakeLists(Collection<FollowUp> changed) {
    var owners = new HashSet<UUID>();
    for (var followUp : changed) {
      if (isWithOwner(followUp) || followUp.voices().news()) {
        owners.add(followUp.owner());
      }
    }
    if (!owners.isEmpty()) {
      lists.wake(owners, worlds.now().now());
    }
  }
}
