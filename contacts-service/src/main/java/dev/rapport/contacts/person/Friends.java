package dev.rapport.contacts.person;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import dev.rapport.contacts.person.Person.KnownTo;
import dev.rapport.messaging.EventClock;
import dev.rapport.messaging.Ids;
import dev.rapport.messaging.Indexing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Old friends: people whom one owner alone knows. They have an identifier that no platform can use,
 * because it holds tabs, and so nobody can name them: they report nothing, are reported by nobody
 * and attend nothing. They are never matched with who is registered.
 */
@Component
public class Friends {

  private final Ids ids;
  private final People people;
  private final Seats seats;
  private final Announcing announcing;
  private final EventClock clock;
  private final MongoCollection<Document> documents;

  Friends(
      Ids ids,
      People people,
      Seats seats,
      Announcing announcing,
      EventClock clock,
      MongoDatabase database) {
    this.ids = ids;
    this.people = people;
    this.seats = seats;
    this.announcing = announcing;
    this.clock = clock;
    this.documents = database.getCollection(People.COLLECTION);
    Indexing.make(
        documents,
        List.of(
            new IndexModel(
                Indexes.ascending(PersonDocument.KNOWN_TO),
                new IndexOptions()
                    .partialFilterExpression(Filters.exists(PersonDocument.KNOWN_TO, true)))));
  }

  /**
   * Where a friend stands.
   *
   * @param id theirs, also before they are there
   * @param person as they are; null while there is none
   * @param wasRemoved whether the owner has removed them
   */
  public record Place(UUID id, @Nullable Person person, boolean wasRemoved) {}

  /** A friend as the owner says they are; the key tells an owner's friends apart. */
  public record Told(UUID key, Profile profile, UUID said) {}

  /** Returns where an owner's friends of these keys stand. */
  public Map<UUID, Place> places(UUID owner, Collection<UUID> keys) {
    var byName = new HashMap<String, UUID>();
    keys.forEach(key -> byName.put(externalId(owner, key), key));
    var found = seats.of(byName.keySet());
    var known = people.byId(found.values().stream().map(Seat::id).toList());
    var places = new HashMap<UUID, Place>();
    found.forEach(
        (name, seat) -> {
          var id = seat.erased() ? seat.next(ids, name).id() : seat.id();
          var key = Objects.requireNonNull(byName.get(name));
          places.put(key, new Place(id, known.get(seat.id()), seat.erased()));
        });
    return places;
  }

  /** Takes friends as they are told; returns them by key when the other services can know. */
  public Map<UUID, Person> take(UUID owner, Collection<Told> told) {
    var registrations = new HashMap<String, Registration>();
    var keys = new HashMap<String, UUID>();
    for (var one : told) {
      var name = externalId(owner, one.key());
      keys.put(name, one.key());
      registrations.put(
          name, new Registration(name, one.profile(), List.of(), new KnownTo(owner, one.said())));
    }
    var taken = new HashMap<UUID, Person>();
    people
        .register(registrations.values(), clock.now())
        .forEach(
            (name, outcome) ->
                taken.put(Objects.requireNonNull(keys.get(name)), outcome.orThrow().person()));
    announcing.now(taken.values().stream().map(Person::id).toList());
    return taken;
  }

  /** Returns some of an owner's friends, up to a number. */
  public List<UUID> of(UUID owner, int most) {
    return documents
        .find(Filters.eq(PersonDocument.KNOWN_TO, owner))
        .projection(Projections.include("_id"))
        .limit(most)
        .map(PersonDocument::id)
        .into(new ArrayList<>());
  }

  private static String externalId(UUID owner, UUID key) {
    return "friend\t%s\t%s".formatted(owner, key);
  }
}
