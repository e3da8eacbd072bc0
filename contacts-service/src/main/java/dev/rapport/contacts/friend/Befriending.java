package dev.rapport.contacts.friend;

import dev.rapport.access.Problem;
import dev.rapport.contacts.contact.Contacts;
import dev.rapport.contacts.erasure.Forgetting;
import dev.rapport.contacts.friend.Line.Result;
import dev.rapport.contacts.person.Friends;
import dev.rapport.contacts.person.Friends.Place;
import dev.rapport.contacts.person.Friends.Told;
import dev.rapport.contacts.person.Known;
import dev.rapport.contacts.person.Person;
import dev.rapport.contacts.person.Refusals;
import dev.rapport.messaging.Ids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Takes old friends and removes them. The contact is written first and shows nothing without its
 * person; the person is what a repeat is told by.
 */
@Service
class Befriending {

  /** More than anybody keeps up with; it bounds what one owner can fill the topics with. */
  static final int MOST = 10_000;

  /** So many are written and announced together. */
  private static final int AT_ONCE = 500;

  private final Ids ids;
  private final Friends friends;
  private final Contacts contacts;
  private final Known known;
  private final Forgetting forgetting;

  Befriending(Ids ids, Friends friends, Contacts contacts, Known known, Forgetting forgetting) {
    this.ids = ids;
    this.friends = friends;
    this.contacts = contacts;
    this.known = known;
    this.forgetting = forgetting;
  }

  /** A friend who was taken, and whether they are new. */
  record Taken(Person person, boolean isNew) {}

  /** Takes one whom the owner, or the platform for them, names; comes back after a removal. */
  Taken take(UUID owner, Friend friend) {
    var key = friend.key().id(ids, owner);
    var place = Objects.requireNonNull(friends.places(owner, Set.of(key)).get(key));
    if (place.person() == null && contacts.friends(owner) >= MOST) {
      throw new Problem(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "too-many-friends",
          "This person has %d old friends already; expected no more. Remove some first."
              .formatted(MOST));
    }
    var taken = write(owner, Map.of(key, friend), Map.of(key, place), true);
    return new Taken(Objects.requireNonNull(taken.get(key)), place.person() == null);
  }

  /** Takes those of an address book who are new or have changed; whoever was removed stays so. */
  List<Line> take(UUID owner, List<Line> lines) {
    var answers = new ArrayList<Line>();
    var room = MOST - contacts.friends(owner);
    for (var from = 0; from < lines.size(); from += AT_ONCE) {
      var some = lines.subList(from, Math.min(lines.size(), from + AT_ONCE));
      var judged = judge(owner, some, room);
      answers.addAll(judged);
      room -= judged.stream().filter(line -> line.result() == Result.added).count();
    }
    return answers;
  }

  private List<Line> judge(UUID owner, List<Line> lines, long room) {
    var keys = new LinkedHashMap<UUID, Friend>();
    lines.stream()
        .map(Line::friend)
        .filter(Objects::nonNull)
        .forEach(friend -> keys.putIfAbsent(friend.key().id(ids, owner), friend));
    var places = friends.places(owner, keys.keySet());
    var met = contacts.among(owner, takenHome(keys.values()));
    var judged = new ArrayList<Line>();
    var written = new LinkedHashMap<UUID, Friend>();
    var added = 0;
    for (var line : lines) {
      var friend = line.friend();
      if (friend == null) {
        judged.add(line);
        continue;
      }
      var key = friend.key().id(ids, owner);
      var result =
          written.containsKey(key) || met.contains(takenHome(friend))
              ? Result.known
              : result(friend, Objects.requireNonNull(places.get(key)), added < room);
      if (result == Result.added || result == Result.changed) {
        written.put(key, friend);
        added += result == Result.added ? 1 : 0;
      }
      judged.add(line.with(result));
    }
    write(owner, written, places, false);
    return judged;
  }

  private Result result(Friend friend, Place place, boolean hasRoom) {
    var person = place.person();
    if (person == null) {
      return place.wasRemoved() ? Result.removed : hasRoom ? Result.added : Result.full;
    }
    var knownTo = Objects.requireNonNull(person.knownTo());
    return knownTo.said().equals(friend.said(ids)) ? Result.known : Result.changed;
  }

  private Map<UUID, Person> write(
      UUID owner, Map<UUID, Friend> written, Map<UUID, Place> places, boolean over) {
    if (written.isEmpty()) {
      return Map.of();
    }
    if (known.find(owner) == null) {
      throw known.isErased(owner) ? Refusals.erased() : Problem.notFound("such person");
    }
    befriend(owner, written, ids(places), over);
    var told = new ArrayList<Told>();
    written.forEach((key, friend) -> told.add(new Told(key, friend.profile(), friend.said(ids))));
    var taken = friends.take(owner, told);
    var now = new HashMap<UUID, UUID>();
    taken.forEach((key, person) -> now.put(key, person.id()));
    if (!ids(places).entrySet().containsAll(now.entrySet())) {
      befriend(owner, written, now, over); // who was removed in between came back under another id
    }
    refuseTheErased(owner, now.values());
    return taken;
  }

  private static Map<UUID, UUID> ids(Map<UUID, Place> places) {
    var ids = new HashMap<UUID, UUID>();
    places.forEach((key, place) -> ids.put(key, place.id()));
    return ids;
  }

  private void befriend(
      UUID owner, Map<UUID, Friend> written, Map<UUID, UUID> people, boolean over) {
    var said = new ArrayList<Contacts.Said>();
    written.forEach(
        (key, friend) -> {
          var id = Objects.requireNonNull(people.get(key));
          said.add(new Contacts.Said(id, friend.notes(), friend.tags()));
        });
    contacts.befriend(owner, said, over);
  }

  /** An owner who was erased while these were written would leave them behind. */
  private void refuseTheErased(UUID owner, Collection<UUID> taken) {
    if (known.isErased(owner)) {
      forgetting.remove(owner, taken);
      contacts.erase(owner);
      throw Refusals.erased();
    }
  }

  /** Removes a friend everywhere; false when it is none of this owner's. */
  boolean remove(UUID owner, UUID friend) {
    var person = known.find(friend);
    var knownTo = person == null ? null : person.knownTo();
    if (knownTo == null || !knownTo.owner().equals(owner)) {
      return false;
    }
    forgetting.remove(owner, List.of(friend));
    contacts.erase(friend);
    return true;
  }

  /** Removes the one whom the platform named so, once and for all repeats; false without one. */
  boolean remove(UUID owner, Friend.Key key) {
    var id = key.id(ids, owner);
    var place = Objects.requireNonNull(friends.places(owner, Set.of(id)).get(id));
    var person = place.person();
    return person == null ? place.wasRemoved() : remove(owner, person.id());
  }

  private static List<UUID> takenHome(Collection<Friend> some) {
    return some.stream().map(Befriending::takenHome).filter(Objects::nonNull).toList();
  }

  /** Whom this system itself meant, where the file was taken home from here. */
  private static @Nullable UUID takenHome(Friend friend) {
    var prefix = "urn:uuid:";
    var uid = friend.key().value();
    if (friend.key().kind() != Friend.Key.Kind.uid || !uid.startsWith(prefix)) {
      return null;
    }
    try {
      return UUID.fromString(uid.substring(prefix.length()));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
