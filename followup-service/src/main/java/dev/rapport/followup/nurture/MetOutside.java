package dev.rapport.followup.nurture;

import dev.rapport.followup.ask.Beside;
import dev.rapport.followup.list.Besides;
import dev.rapport.followup.plan.Person;
import dev.rapport.followup.store.People;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Whom owners met outside any event, and were not in touch with since: no follow-up, but a line.
 * Their own page has it anyway; it comes inside a mail for those who agreed to be reminded.
 */
public final class MetOutside implements Besides {

  /** Later a cadence has more to say. */
  private static final Duration SHOWN = Duration.ofDays(30);

  private static final int MOST_ON_A_LIST = 10;

  private final Touches touches;
  private final People people;

  MetOutside(Touches touches, People people) {
    this.touches = touches;
    this.people = people;
  }

  /**
   * Somebody whom the owner met.
   *
   * @param at when, in event time
   * @param topics what both care about
   */
  public record Met(Touch touch, Person contact, Instant at, List<String> topics) {}

  /** Returns all of an owner's, the oldest first. */
  public List<Met> of(Person owner, Instant now) {
    return met(owner, touches.metOutside(List.of(owner.id()), now.minus(SHOWN)), now);
  }

  @Override
  public Map<UUID, Standing> of(Collection<UUID> owners, Instant now) {
    var byOwner =
        touches.metOutside(owners, now.minus(SHOWN)).stream()
            .collect(Collectors.groupingBy(touch -> touch.tie().owner()));
    var willing = people.byId(byOwner.keySet());
    var standing = new HashMap<UUID, Standing>();
    byOwner.forEach(
        (id, all) -> {
          var owner = willing.get(id);
          if (owner != null && owner.agreesTo(Person.Purpose.NURTURE)) {
            var items =
                met(owner, all, now).stream().limit(MOST_ON_A_LIST).map(this::beside).toList();
            standing.put(id, new Standing(items, null));
          }
        });
    return standing;
  }

  @Override
  public void told(Collection<UUID> ids) {
    // A line stays until the two were in touch, or its owner leaves it.
  }

  private List<Met> met(Person owner, List<Touch> all, Instant now) {
    if (owner.erased()) {
      return List.of();
    }
    var known = people.byId(all.stream().map(touch -> touch.tie().contact()).toList());
    var found = new ArrayList<Met>();
    for (var touch : all) {
      var at = touch.metOutside();
      var contact = known.get(touch.tie().contact());
      // Whom one is losing touch with is on the list as that.
      var isOverdue = touch.isDue(now) && owner.agreesTo(Person.Purpose.NURTURE);
      if (at != null && contact != null && !contact.erased() && !isOverdue) {
        found.add(new Met(touch, contact, at, owner.profile().shared(contact.profile())));
      }
    }
    found.sort(Comparator.comparing(Met::at).thenComparing(met -> met.touch().tie().id()));
    return List.copyOf(found);
  }

  private Beside beside(Met one) {
    var tie = one.touch().tie();
    var event = one.touch().event();
    return new Beside(
            tie.id(),
            tie.rev(),
            Beside.About.CADENCE,
            one.contact().id(),
            null,
            event == null ? touches.lastEvent(tie.owner()) : event,
            one.topics(),
            null)
        .metOutside(one.at());
  }
}
