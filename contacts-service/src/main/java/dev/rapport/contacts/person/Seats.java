package dev.rapport.contacts.person;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import dev.rapport.contacts.person.Seat.Standing;
import dev.rapport.messaging.Ids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/**
 * Finds the newest generation of external ids. The ids of all generations follow from the external
 * id, so nothing has to remember it after an erasure.
 */
@Component
public class Seats {

  private static final Bson STANDING =
      Projections.include("_id", PersonDocument.ERASED, PersonDocument.SINCE);

  private final Ids ids;
  private final com.mongodb.client.MongoCollection<Document> people;

  Seats(Ids ids, MongoDatabase database) {
    this.ids = ids;
    this.people = database.getCollection(People.COLLECTION);
  }

  /** Returns where each external id stands. */
  public Map<String, Seat> of(Collection<String> externalIds) {
    var seats = new HashMap<String, Seat>();
    var asked = Set.copyOf(externalIds);
    for (var generation = 1; !asked.isEmpty(); generation++) {
      asked = ask(asked, generation, seats);
    }
    return seats;
  }

  /** Returns where one external id stands. */
  public Seat of(String externalId) {
    return java.util.Objects.requireNonNull(of(Set.of(externalId)).get(externalId));
  }

  /** Returns which of these people are erased. */
  public Set<UUID> erasedAmong(Collection<UUID> people) {
    var erased = new HashSet<UUID>();
    if (!people.isEmpty()) {
      this.people
          .find(Filters.and(Filters.in("_id", people), Filters.eq(PersonDocument.ERASED, true)))
          .projection(STANDING)
          .forEach(document -> erased.add(PersonDocument.id(document)));
    }
    return erased;
  }

  /** Asks for one generation; returns those whose next generation has to be asked for. */
  private Set<String> ask(Set<String> asked, int generation, Map<String, Seat> seats) {
    var byId = new HashMap<UUID, String>();
    asked.forEach(externalId -> byId.put(Person.id(ids, externalId, generation), externalId));
    var found = new HashMap<UUID, Document>();
    people
        .find(Filters.in("_id", byId.keySet()))
        .projection(STANDING)
        .forEach(document -> found.put(PersonDocument.id(document), document));
    var further = new HashSet<String>();
    byId.forEach(
        (id, externalId) -> {
          var document = found.get(id);
          if (document == null) {
            // After an erased one nobody came: the erased generation is the newest.
            seats.putIfAbsent(externalId, new Seat(id, generation, Standing.free, null));
          } else if (PersonDocument.isErased(document)) {
            seats.put(externalId, new Seat(id, generation, Standing.erased, null));
            further.add(externalId);
          } else {
            var since = PersonDocument.since(document);
            seats.put(externalId, new Seat(id, generation, Standing.taken, since));
          }
        });
    return further;
  }

  /** Returns the ids of all generations up to this seat's, for those who look back. */
  public Collection<UUID> generations(String externalId, Seat seat) {
    var all = new ArrayList<UUID>();
    for (var generation = 1; generation <= seat.generation(); generation++) {
      all.add(Person.id(ids, externalId, generation));
    }
    return all;
  }
}
