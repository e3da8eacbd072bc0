package dev.rapport.contacts.person;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import dev.rapport.access.Problem;
import dev.rapport.contacts.person.Registration.Outcome;
import dev.rapport.messaging.Ids;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The people who are registered. Changes are worked out on the person as read and written only if
 * nobody changed them in between (by {@code rev}); whoever loses reads again.
 */
@Component
class People {

  static final String COLLECTION = "people";

  /** Losing this often in a row means something else is wrong. */
  private static final int ROUNDS = 50;

  private static final BulkWriteOptions EACH_FOR_ITSELF = new BulkWriteOptions().ordered(false);

  private final Ids ids;
  private final Seats seats;
  private final MongoCollection<Document> people;
  private final MachineClock clock;

  People(Ids ids, Seats seats, MongoDatabase database, MachineClock clock) {
    this.ids = ids;
    this.seats = seats;
    this.people = database.getCollection(COLLECTION);
    this.clock = clock;
  }

  /** A change of one person; null stands for nobody registered yet. */
  private record Change(
      Seat seat, @Nullable Person before, @Nullable Document stored, Person after) {

    boolean changesNothing() {
      return after.equals(before);
    }
  }

  /**
   * Registers or updates people, in order; the next generation is opened where one is erased.
   *
   * @param now event time
   */
  Map<String, Outcome> register(Collection<Registration> registrations, Instant now) {
    var byPerson = new LinkedHashMap<String, List<Registration>>();
    for (var one : registrations) {
      byPerson.computeIfAbsent(one.externalId(), p -> new ArrayList<>()).add(one);
    }
    return change(
        byPerson.keySet(),
        (Seat seat, @Nullable Person before, String externalId) -> {
          var person = before;
          for (var one : Objects.requireNonNull(byPerson.get(externalId))) {
            person = person == null ? Person.registered(seat, now, one) : person.with(one);
          }
          return Objects.requireNonNull(person);
        });
  }

  /** Adds what a registered person said. */
  Person hear(String externalId, Collection<Consent> said) {
    var outcomes =
        change(
            Set.of(externalId),
            (Seat seat, @Nullable Person before, String id) -> {
              if (before == null) {
                throw seat.generation() > 1 ? Refusals.erased() : Refusals.unknown();
              }
              return before.hearing(said);
            });
    return Objects.requireNonNull(outcomes.get(externalId)).orThrow().person();
  }

  /** Adds what a person said on their own page. */
  Person hear(Person person, Card card, Wishes wishes, Collection<Consent> said) {
    var outcomes =
        change(
            Set.of(person.externalId()),
            (Seat seat, @Nullable Person before, String id) -> {
              if (before == null || !before.id().equals(person.id())) {
                throw Refusals.erased(); // since the page was opened
              }
              return before.saying(card, wishes, said);
            });
    return Objects.requireNonNull(outcomes.get(person.externalId())).orThrow().person();
  }

  /** Returns those of these people who are registered. */
  Map<UUID, Person> byId(Collection<UUID> ids) {
    return read(ids).values().stream()
        .filter(document -> !PersonDocument.isErased(document))
        .map(PersonDocument::read)
        .collect(Collectors.toMap(Person::id, Function.identity()));
  }

  /** Returns a registered person. */
  Person get(String externalId) {
    var seat = seats.of(externalId);
    var document = people.find(Filters.eq("_id", seat.id())).first();
    if (document == null) {
      throw Refusals.unknown();
    }
    if (PersonDocument.isErased(document)) {
      throw Refusals.erased();
    }
    return PersonDocument.read(document);
  }

  private interface Decision {
    Person after(Seat seat, @Nullable Person before, String externalId);
  }

  private Map<String, Outcome> change(Set<String> externalIds, Decision decision) {
    var outcomes = new HashMap<String, Outcome>();
    var created = new java.util.HashSet<UUID>();
    var open = externalIds;
    for (var round = 0; !open.isEmpty(); round++) {
      if (round == ROUNDS) {
        throw new IllegalStateException("A person's document changed under each of our writes");
      }
      var changes = decide(open, decision, outcomes);
      var lost = write(changes, created);
      changes.forEach(
          (externalId, change) -> {
            if (!lost.contains(externalId)) {
              outcomes.put(
                  externalId,
                  new Outcome.Done(change.after(), created.contains(change.after().id())));
            }
          });
      open = lost;
    }
    return outcomes;
  }

  /** Works out what each becomes; who is refused has their outcome and harms nobody else. */
  private Map<String, Change> decide(
      Set<String> externalIds, Decision decision, Map<String, Outcome> outcomes) {
    var found = seats.of(externalIds);
    var opened =
        found.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> next(e.getKey(), e.getValue())));
    var documents = read(opened.values().stream().map(Seat::id).toList());
    var changes = new LinkedHashMap<String, Change>();
    opened.forEach(
        (externalId, seat) -> {
          var stored = documents.get(seat.id());
          if (stored != null && PersonDocument.isErased(stored)) {
            stored = null; // erased since: the insert fails and the next round opens another
          }
          var before = stored == null ? null : PersonDocument.read(stored);
          try {
            var after = bounded(before, decision.after(seat, before, externalId));
            changes.put(externalId, new Change(seat, before, stored, after));
          } catch (Problem refused) {
            outcomes.put(externalId, new Outcome.Refused(refused));
          }
        });
    return changes;
  }

  private Seat next(String externalId, Seat seat) {
    return seat.erased() ? seat.next(ids, externalId) : seat;
  }

  /** Writes what changes; returns those that somebody else changed first. */
  private Set<String> write(Map<String, Change> changes, Set<UUID> created) {
    var names = new ArrayList<String>();
    var writes = new ArrayList<WriteModel<Document>>();
    changes.forEach(
        (externalId, change) -> {
          if (!change.changesNothing()) {
            names.add(externalId);
            writes.add(write(change));
          }
        });
    if (writes.isEmpty()) {
      return Set.of();
    }
    var failed = new java.util.HashSet<Integer>();
    long replaced;
    try {
      replaced = people.bulkWrite(writes, EACH_FOR_ITSELF).getMatchedCount();
    } catch (MongoBulkWriteException e) {
      e.getWriteErrors().forEach(error -> failed.add(onlyDuplicate(error, e).getIndex()));
      replaced = e.getWriteResult().getMatchedCount();
    }
    var replacements = writes.stream().filter(w -> w instanceof ReplaceOneModel).count();
    var lost = new java.util.HashSet<String>();
    for (var index = 0; index < writes.size(); index++) {
      var change = Objects.requireNonNull(changes.get(names.get(index)));
      if (writes.get(index) instanceof ReplaceOneModel) {
        // The server does not say which did not match; reading them all again is rare and cheap.
        if (replaced < replacements) {
          lost.add(names.get(index));
        }
      } else if (failed.contains(index)) {
        lost.add(names.get(index));
      } else {
        created.add(change.after().id());
      }
    }
    return lost;
  }

  private WriteModel<Document> write(Change change) {
    var document =
        PersonDocument.of(change.after())
            .append(Outbox.PENDING_REV, change.after().rev())
            .append(Outbox.PENDING_SINCE, Date.from(clock.now()));
    var before = change.before();
    return before == null
        ? new InsertOneModel<>(document)
        : new ReplaceOneModel<>(
            Filters.and(Filters.eq("_id", before.id()), Filters.eq("rev", before.rev())), document);
  }

  private static com.mongodb.bulk.BulkWriteError onlyDuplicate(
      com.mongodb.bulk.BulkWriteError error, MongoBulkWriteException e) {
    if (error.getCode() != 11_000) {
      throw e;
    }
    return error;
  }

  private Map<UUID, Document> read(Collection<UUID> ids) {
    return people.find(Filters.in("_id", ids)).into(new ArrayList<>()).stream()
        .collect(Collectors.toMap(PersonDocument::id, Function.identity()));
  }

  /** A no is heard long after there is no room for a yes any more. */
  private static Person bounded(@Nullable Person before, Person person) {
    var known = before == null ? 0 : before.consents().size();
    var all = person.consents();
    var most = all.stream().skip(known).anyMatch(Consent::given) ? 1_000 : 2_000;
    if (all.size() > most && all.size() > known) {
      throw new Problem(
          org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT,
          "too-many-consents",
          "More than 1,000 consents are recorded for this person; expected a word only when it changes.");
    }
    return person;
  }
}
