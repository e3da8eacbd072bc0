package dev.rapport.followup.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.rapport.followup.plan.Standing;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads how people stand to events and to each other: one look each into an index of few. */
public final class Standings {

  private final FollowUps followUps;
  private final Attendances attendances;
  private final SenderSettings settings;

  /** Takes what it follows from. */
  public Standings(FollowUps followUps, Attendances attendances, SenderSettings settings) {
    this.followUps = followUps;
    this.attendances = attendances;
    this.settings = settings;
  }

  Standing of(Collection<UUID> people, Collection<UUID> pairs) {
    return new Standing(attendances.exhibitors(people), paused(people), connected(pairs));
  }

  private Set<UUID> paused(Collection<UUID> people) {
    var reporters = new HashMap<UUID, Set<UUID>>();
    if (!people.isEmpty()) {
      followUps
          .find(
              Filters.and(Filters.in("owner", people), Filters.eq(FollowUpDocument.ABUSE, true)),
              Sorts.ascending("owner"),
              Integer.MAX_VALUE)
          .forEach(
              f -> reporters.computeIfAbsent(f.owner(), o -> new HashSet<>()).add(f.contact()));
    }
    reporters.values().removeIf(those -> those.size() < settings.reportsToPause());
    return Set.copyOf(reporters.keySet());
  }

  /** Who said that they never met, or wants nothing of the other, is not connected by another. */
  private Map<UUID, Set<UUID>> connected(Collection<UUID> pairs) {
    var events = new HashMap<UUID, Set<UUID>>();
    var parted = new HashSet<UUID>();
    if (!pairs.isEmpty()) {
      followUps
          .find(
              Filters.in(FollowUpDocument.PAIR, pairs),
              Sorts.ascending(FollowUpDocument.PAIR),
              Integer.MAX_VALUE)
          .forEach(
              f -> {
                if (f.connects()) {
                  events.computeIfAbsent(f.pair(), p -> new HashSet<>()).add(f.event());
                } else {
                  parted.add(f.pair());
                }
              });
    }
    events.keySet().removeAll(parted);
    return events;
  }
}
