package dev.rapport.followup.nurture;

import dev.rapport.followup.ask.Beside;
import dev.rapport.followup.give.Giving;
import dev.rapport.followup.give.Suggestion;
import dev.rapport.followup.list.Besides;
import dev.rapport.followup.plan.Person;
import dev.rapport.followup.store.Blocks;
import dev.rapport.followup.store.Concerned;
import dev.rapport.followup.store.People;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom owners are losing touch with, the longest overdue first; only for those who asked for it.
 */
public final class LosingTouch implements Besides, Concerned {

  /** More would be a reproach, no reminder; the page has all. */
  private static final int MOST_ON_A_LIST = 10;

  /** Among so many an introduction is looked for. */
  private static final int MOST_OTHERS = 500;

  private final Touches touches;
  private final Ties ties;
  private final Nurturing nurturing;
  private final People people;
  private final Blocks blocks;

  LosingTouch(Touches touches, Ties ties, Nurturing nurturing, People people, Blocks blocks) {
    this.touches = touches;
    this.ties = ties;
    this.nurturing = nurturing;
    this.people = people;
    this.blocks = blocks;
  }

  /**
   * Somebody to be in touch with again.
   *
   * @param topics what both care about
   * @param give what to give first, or null
   */
  public record Overdue(
      Touch touch, Person contact, List<String> topics, @Nullable Suggestion give) {

    /** Whom to bring them together with, if that is what to give. */
    public @Nullable UUID other() {
      return give instanceof Suggestion.Introduction introduction ? introduction.other() : null;
    }
  }

  /** Returns all of an owner's, the longest overdue first; none without their consent. */
  public List<Overdue> of(Person owner, Instant now) {
    return overdue(owner, touches.kept(List.of(owner.id())), now, Integer.MAX_VALUE);
  }

  @Override
  public Map<UUID, Standing> of(Collection<UUID> owners, Instant now) {
    var byOwner = new HashMap<UUID, List<Touch>>();
    touches
        .kept(owners)
        .forEach(t -> byOwner.computeIfAbsent(t.tie().owner(), o -> new ArrayList<>()).add(t));
    var willing = people.byId(byOwner.keySet());
    var standing = new HashMap<UUID, Standing>();
    byOwner.forEach(
        (id, all) -> {
          var owner = willing.get(id);
          if (owner == null || !owner.agreesTo(Person.Purpose.NURTURE)) {
            return;
          }
          var items = overdue(owner, all, now, MOST_ON_A_LIST).stream().map(this::beside).toList();
          standing.put(id, new Standing(items, next(all, now)));
        });
    return standing;
  }

  @Override
  public void told(Collection<UUID> ids) {
    // A reminder stays until the two were in touch.
  }

  @Override
  public void changed(Collection<UUID> changed) {
    nurturing.changed(changed);
  }

  @Override
  public void parted(Collection<UUID> people) {
    nurturing.parted(people);
  }

  @Override
  public void erased(Collection<UUID> erased) {
    nurturing.forget(erased);
  }

  private List<Overdue> overdue(Person owner, List<Touch> all, Instant now, int most) {
    if (owner.erased() || !owner.agreesTo(Person.Purpose.NURTURE)) {
      return List.of();
    }
    var due =
        all.stream()
            .filter(touch -> touch.isDue(now))
            .sorted(
                Comparator.comparingDouble((Touch touch) -> touch.overdue(now))
                    .reversed()
                    .thenComparing(touch -> touch.tie().id()))
            .toList();
    var others = others(owner, due);
    var found = new ArrayList<Overdue>();
    for (var touch : due) {
      var contact = others.get(touch.tie().contact());
      if (contact != null && !contact.erased() && found.size() < most) {
        var give = give(touch, owner, contact, others.values());
        found.add(new Overdue(touch, contact, owner.profile().shared(contact.profile()), give));
      }
    }
    return found;
  }

  private @Nullable Suggestion give(
      Touch touch, Person owner, Person contact, Collection<Person> others) {
    if (!touch.tie().balance().isAskedEnough()) {
      return null;
    }
    var apart = blocks.among(others.stream().map(Person::id).toList());
    var friends =
        others.stream()
            .filter(other -> !other.id().equals(contact.id()))
            .filter(other -> !apart.contains(Set.of(contact.id(), other.id())))
            .toList();
    return Giving.suggest(touch.tie().balance(), owner, contact, friends);
  }

  /** Everyone due, and whom they may be brought together with if something is to be given. */
  private Map<UUID, Person> others(Person owner, List<Touch> due) {
    var wanted = new HashSet<UUID>();
    due.forEach(touch -> wanted.add(touch.tie().contact()));
    if (due.stream().anyMatch(touch -> touch.tie().balance().isAskedEnough())) {
      ties.of(owner.id(), null, MOST_OTHERS).forEach(tie -> wanted.add(tie.contact()));
    }
    return people.byId(wanted);
  }

  private static @Nullable Instant next(List<Touch> all, Instant now) {
    Instant next = null;
    for (var touch : all) {
      if (!touch.isDue(now)) {
        next = Besides.earlier(next, touch.dueAt());
      }
    }
    return next;
  }

  private Beside beside(Overdue one) {
    var give = one.give();
    var event = one.touch().event();
    var beside =
        new Beside(
            one.touch().tie().id(),
            one.touch().tie().rev(),
            Beside.About.CADENCE,
            one.contact().id(),
            one.other(),
            event == null ? touches.lastEvent(one.touch().tie().owner()) : event,
            give == null || give.topics().isEmpty() ? one.topics() : give.topics(),
            give == null ? null : give.word());
    var met = one.touch().metOutside();
    return met == null ? beside : beside.metOutside(met);
  }
}
