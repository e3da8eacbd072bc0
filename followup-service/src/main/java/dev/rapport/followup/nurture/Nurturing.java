package dev.rapport.followup.nurture;

import dev.rapport.followup.list.OwnerLists;
import dev.rapport.followup.store.People;
import dev.rapport.messaging.EventClock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changes ties and habits, and sees to it that the owners' lists are looked at again. */
public final class Nurturing {

  private final Ties ties;
  private final HabitStore habits;
  private final People people;
  private final OwnerLists lists;
  private final EventClock clock;

  Nurturing(Ties ties, HabitStore habits, People people, OwnerLists lists, EventClock clock) {
    this.ties = ties;
    this.habits = habits;
    this.people = people;
    this.lists = lists;
    this.clock = clock;
  }

  /** An interaction, with whose it is. */
  public record Logged(UUID owner, UUID contact, Interaction interaction) {}

  /** Takes interactions; those that are known change nothing. */
  public void logged(List<Logged> heard) {
    var steps = new HashMap<Ties.Pair, UnaryOperator<Tie>>();
    var involved = new HashSet<UUID>();
    for (var one : heard) {
      involved.addAll(List.of(one.owner(), one.contact()));
      steps.merge(
          new Ties.Pair(one.owner(), one.contact()),
          tie -> tie.logged(one.interaction()),
          (first, second) -> tie -> second.apply(first.apply(tie)));
    }
    var erased = erased(involved);
    steps.keySet().removeIf(p -> erased.contains(p.owner()) || erased.contains(p.contact()));
    change(steps);
  }

  /** Sets a cadence; null: none. */
  public Tie keep(UUID owner, UUID contact, @Nullable Integer days, @Nullable String tag) {
    var cadence = days == null && tag == null ? null : new Cadence(days, tag, now());
    return change(owner, contact, tie -> isSame(tie.cadence(), cadence) ? tie : tie.with(cadence));
  }

  /** Puts the reminder off; null: no longer. */
  public Tie snooze(UUID owner, UUID contact, @Nullable Instant until) {
    return change(owner, contact, tie -> tie.snoozed(until));
  }

  /** Leaves a meeting outside any event as it is. */
  public void leave(UUID owner, UUID contact) {
    change(owner, contact, Tie::left);
  }

  /** Says how often to be in touch with those of a tag; null: no longer. */
  void tag(UUID owner, String tag, @Nullable Integer days) {
    wake(List.of(owner));
    habits.tag(owner, tag, days);
    wake(List.of(owner));
    forgetTheErased(Stream.of(owner));
  }

  /** No reminders before this moment; null: as before. */
  void pause(UUID owner, @Nullable Instant until) {
    wake(List.of(owner));
    habits.pause(owner, until);
    wake(List.of(owner));
    forgetTheErased(Stream.of(owner));
  }

  /** Looks again at the lists on which these people, or reminders of them, may be. */
  void changed(Collection<UUID> changed) {
    look(ties.around(changed));
  }

  /**
   * Looks again where some of these have parted. A reminder of one may name another, to bring the
   * two together: only a newer revision takes that name out of what is asked for.
   */
  void parted(Collection<UUID> people) {
    var around = ties.around(people);
    ties.raise(around.stream().filter(tie -> tie.balance().isAskedEnough()).toList());
    look(around);
  }

  void forget(Collection<UUID> erased) {
    var around = ties.around(erased);
    ties.forget(erased);
    habits.forget(erased);
    look(around);
  }

  /** What is asked for about these is asked for again as it is now. */
  private void look(List<Tie> some) {
    if (!some.isEmpty()) {
      var owners = some.stream().map(Tie::owner).distinct().toList();
      wake(owners);
      lists.left(owners, some.stream().map(Tie::id).toList());
    }
  }

  private Tie change(UUID owner, UUID contact, UnaryOperator<Tie> step) {
    var pair = new Ties.Pair(owner, contact);
    return Objects.requireNonNull(change(Map.of(pair, step)).get(ties.id(pair)));
  }

  // Woken before the write and after it: a list that was looked at in between saw nothing new.
  private Map<UUID, Tie> change(Map<Ties.Pair, UnaryOperator<Tie>> steps) {
    var owners = steps.keySet().stream().map(Ties.Pair::owner).distinct().toList();
    wake(owners);
    var changed = ties.change(steps);
    wake(owners);
    var over = new ArrayList<UUID>(changed.keySet());
    if (!over.isEmpty()) {
      lists.left(owners, over);
    }
    forgetTheErased(steps.keySet().stream().flatMap(p -> Stream.of(p.owner(), p.contact())));
    return changed;
  }

  /** Whoever was erased between the look and the write would leave it behind. */
  private void forgetTheErased(Stream<UUID> involved) {
    var erased = erased(involved.collect(Collectors.toSet()));
    if (!erased.isEmpty()) {
      forget(erased);
    }
  }

  private void wake(Collection<UUID> owners) {
    if (!owners.isEmpty()) {
      lists.wake(owners, now());
    }
  }

  private HashSet<UUID> erased(Collection<UUID> involved) {
    var erased = new HashSet<UUID>();
    people
        .byId(involved)
        .forEach(
            (id, person) -> {
              if (person.erased()) {
                erased.add(id);
              }
            });
    return erased;
  }

  // A cadence that is set again as it is has been running since it was first set.
  private static boolean isSame(@Nullable Cadence one, @Nullable Cadence other) {
    return one == null || other == null
        ? one == other
        : Objects.equals(one.days(), other.days()) && Objects.equals(one.tag(), other.tag());
  }

  private Instant now() {
    return clock.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
