package dev.rapport.followup.nurture;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.rapport.followup.plan.Answer;
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.store.FollowUps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Looks at ties together with the follow-ups of the same two people. Nothing of it is stored: a
 * follow-up costs no write here, and a cadence starts again at whatever happened last.
 */
final class Touches {

  private static final int MOST_FOLLOW_UPS = 100_000;

  private final Ties ties;
  private final HabitStore habits;
  private final FollowUps followUps;

  Touches(Ties ties, HabitStore habits, FollowUps followUps) {
    this.ties = ties;
    this.habits = habits;
    this.followUps = followUps;
  }

  /** Those with a cadence, of whom neither has blocked the other. */
  List<Touch> kept(Collection<UUID> owners) {
    return of(ties.kept(owners));
  }

  /** Those who met outside any event after a moment, of whom neither has blocked the other. */
  List<Touch> metOutside(Collection<UUID> owners, Instant after) {
    return of(ties.metOutside(owners, after));
  }

  /** Returns the event at which an owner was last, in whose name they can be told, or null. */
  @Nullable UUID lastEvent(UUID owner) {
    var last =
        followUps.find(
            Filters.and(
                Filters.eq("owner", owner),
                Filters.eq("counts", true),
                Filters.exists("lastMet", true)),
            Sorts.descending("lastMet"),
            1);
    return last.isEmpty() ? null : last.getFirst().event();
  }

  /** Where these ties stand, in their order; none of whom one of the two has blocked the other. */
  List<Touch> of(List<Tie> wanted) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    var owners = wanted.stream().map(Tie::owner).collect(Collectors.toSet());
    var contacts = wanted.stream().map(Tie::contact).collect(Collectors.toSet());
    var byPair = new HashMap<UUID, List<FollowUp>>();
    // Both directions: what one of the two says stands on the follow-up on which they said it.
    followUps
        .find(
            Filters.or(between(owners, contacts), between(contacts, owners)),
            Sorts.ascending("owner"),
            MOST_FOLLOW_UPS)
        .forEach(f -> byPair.computeIfAbsent(f.pair(), pair -> new ArrayList<>()).add(f));
    var known = habits.of(owners);
    var found = new ArrayList<Touch>();
    for (var tie : wanted) {
      var both = byPair.getOrDefault(FollowUp.pair(tie.owner(), tie.contact()), List.of());
      if (both.stream().noneMatch(f -> f.answer().kind() == Answer.Kind.BLOCKED)) {
        var habit = known.getOrDefault(tie.owner(), Habits.none(tie.owner()));
        found.add(Touch.of(tie, habit, both));
      }
    }
    return found;
  }

  private static Bson between(Collection<UUID> owners, Collection<UUID> contacts) {
    return Filters.and(Filters.in("owner", owners), Filters.in("contact", contacts));
  }
}
