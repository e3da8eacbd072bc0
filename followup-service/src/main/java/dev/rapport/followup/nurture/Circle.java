package dev.rapport.followup.nurture;

import com.mongodb.client.model.Filters;
import dev.rapport.access.Problem;
import dev.rapport.followup.answer.KnownPeople;
import dev.rapport.followup.plan.Person;
import dev.rapport.followup.store.FollowUps;
import dev.rapport.followup.store.People;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/** Everyone an owner met or logged something of, and their old friends. */
public final class Circle {

  private final Ties ties;
  private final Touches touches;
  private final FollowUps followUps;
  private final People people;

  Circle(Ties ties, Touches touches, FollowUps followUps, People people) {
    this.ties = ties;
    this.touches = touches;
    this.followUps = followUps;
    this.people = people;
  }

  /** Somebody in it. */
  record Member(Touch touch, String name) {}

  /**
   * Returns the tie to a contact, be it one that holds nothing yet.
   *
   * @throws Problem if there is no such contact (404), or they are erased (410)
   */
  public Tie tie(Person owner, UUID contact) {
    var id = ties.id(new Ties.Pair(owner.id(), contact));
    var tie = ties.byId(List.of(id)).get(id);
    if (tie != null) {
      return tie;
    }
    if (followUps.count(Filters.and(of(owner), Filters.eq("contact", contact))) == 0) {
      var person = people.byId(List.of(contact)).get(contact);
      if (person != null && owner.id().equals(person.knownTo())) {
        return Tie.none(id, owner.id(), contact);
      }
      throw person != null && person.erased()
          ? KnownPeople.erased()
          : Problem.notFound("such contact of this person");
    }
    return Tie.none(id, owner.id(), contact);
  }

  /** Returns where these stand; nobody of whom one has blocked the other. */
  List<Member> members(List<Tie> some) {
    var found = touches.of(some);
    var known = people.byId(found.stream().map(touch -> touch.tie().contact()).toList());
    var members = new ArrayList<Member>();
    for (var touch : found) {
      var person = known.get(touch.tie().contact());
      members.add(new Member(touch, person == null || person.erased() ? "" : person.name()));
    }
    return members;
  }

  /** Returns everyone whose name holds this, by name; those who are not registered are left out. */
  List<Member> named(Person owner, String part) {
    var all = new HashMap<UUID, Tie>();
    var contacts = followUps.documents().distinct("contact", of(owner), UUID.class);
    Stream.concat(
            contacts.into(new ArrayList<>()).stream(),
            people.friends(owner.id()).stream().map(Person::id))
        .forEach(
            contact -> {
              var id = ties.id(new Ties.Pair(owner.id(), contact));
              all.put(id, Tie.none(id, owner.id(), contact));
            });
    ties.of(owner.id(), null, Integer.MAX_VALUE).forEach(tie -> all.put(tie.id(), tie));
    var wanted = part.strip().toLowerCase(Locale.ROOT);
    return members(List.copyOf(all.values())).stream()
        .filter(member -> !member.name().isEmpty())
        .filter(member -> member.name().toLowerCase(Locale.ROOT).contains(wanted))
        .sorted(
            Comparator.comparing(Member::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(member -> member.touch().tie().id()))
        .toList();
  }

  private static Bson of(Person owner) {
    return Filters.and(
        Filters.eq("owner", owner.id()), Filters.ne("erased", true), Filters.eq("counts", true));
  }
}
