package dev.rapport.followup.hear;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.rapport.followup.change.Changes;
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.plan.Person;
import dev.rapport.followup.store.Concerned;
import dev.rapport.followup.store.FollowUps;
import dev.rapport.followup.store.People;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.Message;
import dev.rapport.messaging.Outgoing;
import dev.rapport.messaging.Publisher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps its copies of people; consents, zones and erasure reach what is open at once. */
final class PeopleHeard {

  private static final Logger log = LoggerFactory.getLogger(PeopleHeard.class);

  private static final Pattern UUID_TEXT =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  /** Few enough that the follow-ups of some very popular people fit into memory. */
  private static final int PEOPLE_AT_ONCE = 100;

  private final People people;
  private final FollowUps followUps;
  private final MachineClock clock;
  private final Changes changes;
  private final List<Concerned> concerned;
  private final Publisher publisher;

  PeopleHeard(
      People people,
      FollowUps followUps,
      MachineClock clock,
      Changes changes,
      List<Concerned> concerned,
      Publisher publisher) {
    this.people = people;
    this.followUps = followUps;
    this.clock = clock;
    this.changes = changes;
    this.concerned = concerned;
    this.publisher = publisher;
  }

  void heard(List<Message<PersonChanged>> messages) {
    var known = new ArrayList<Person>();
    var erased = new ArrayList<Person>();
    for (var message : messages) {
      var value = message.value();
      if (value != null) {
        known.add(value.toPerson());
      } else if (UUID_TEXT.matcher(message.key()).matches()) {
        erased.add(Person.erased(UUID.fromString(message.key()), message.rev()));
      } else {
        log.warn("A tombstone on person-changed has a key that is no person's; it erases nobody.");
      }
    }
    people.store(known);
    people.store(erased);
    var changed = known.stream().map(Person::id).toList();
    planAgain(changed, Filters.ne("state", "settled"));
    if (!changed.isEmpty()) {
      concerned.forEach(feature -> feature.changed(changed));
    }
    if (!erased.isEmpty()) {
      erase(erased);
    }
  }

  private void erase(List<Person> erased) {
    var ids = erased.stream().map(Person::id).toList();
    planAgain(ids, Filters.ne("erased", true));
    concerned.forEach(feature -> feature.erased(ids));
    var now = clock.now();
    publisher.send(
        erased.stream()
            .map(
                p ->
                    Outgoing.fact(
                        PersonErased.TOPIC,
                        p.id(),
                        p.id() + "/followup/" + p.rev(),
                        new PersonErased(p.id(), "followup", p.rev(), now)))
            .toList());
  }

  private static Bson involving(Collection<UUID> ids) {
    return Filters.or(Filters.in("owner", ids), Filters.in("contact", ids));
  }

  /** Plans again what involves these people, as far as it matches. */
  private void planAgain(List<UUID> ids, Bson matching) {
    for (var from = 0; from < ids.size(); from += PEOPLE_AT_ONCE) {
      var part = ids.subList(from, Math.min(ids.size(), from + PEOPLE_AT_ONCE));
      var found =
          followUps.find(
              Filters.and(involving(part), matching), Sorts.ascending("_id"), Integer.MAX_VALUE);
      changes.each(found.stream().map(FollowUp::id).toList(), FollowUp::planned);
    }
  }
}
