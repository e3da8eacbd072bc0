package dev.rapport.followup.change;

import dev.rapport.followup.ask.Asks;
import dev.rapport.followup.list.OwnerLists;
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.plan.State.Due;
import dev.rapport.followup.plan.State.WithOwner;
import dev.rapport.followup.settle.Progress;
import dev.rapport.followup.settle.Settlements;
import dev.rapport.followup.store.FollowUps;
import dev.rapport.followup.store.FollowUps.Changed;
import dev.rapport.followup.store.FollowUps.Decision;
import dev.rapport.followup.store.Worlds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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

  /** Applies a decision to each; returns what they are now. */
  public Map<UUID, FollowUp> apply(Collection<UUID> ids, Decision decision) {
    var all = new ArrayList<>(ids);
    var result = new HashMap<UUID, FollowUp>();
    for (var from = 0; from < all.size(); from += AT_ONCE) {
      var part = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      // Woken before the write: a crash in between costs a look at a list, not a list.
      var changed = followUps.change(part, decision, this::wakeLists);
      follow(changed);
      result.putAll(changed.all());
    }
    return result;
  }

  private void follow(Changed changed) {
    var takenBack = new ArrayList<FollowUp>();
    var onNewLists = new ArrayList<FollowUp>();
    var events = new HashSet<UUID>();
    for (var followUp : changed.all().values()) {
      if (followUp.state() instanceof Due due && due.then() != null) {
        takenBack.add(followUp);
      }
      if (followUp.rev() == 1) {
        onNewLists.add(followUp);
      }
      events.add(followUp.event());
    }
    // One that was just made was not there to keep its owner's list awake.
    wakeLists(onNewLists);
    if (!takenBack.isEmpty()) {
      asks.send(takenBack, worlds.now());
    }
    settlements.send(changed.owing());
    progress.changed(events);
    figures.changed(changed);
  }

  private void wakeLists(List<FollowUp> changed) {
    var owners = new HashSet<UUID>();
    for (var followUp : changed) {
      if (followUp.state() instanceof WithOwner) {
        owners.add(followUp.owner());
      }
    }
    if (!owners.isEmpty()) {
      lists.wake(owners, worlds.now().now());
    }
  }
}
