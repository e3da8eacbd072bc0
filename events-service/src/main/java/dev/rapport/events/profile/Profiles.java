package dev.rapport.events.profile;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import dev.rapport.events.person.ContactsMessages.ConsentSaid;
import dev.rapport.events.person.ContactsMessages.PersonChanged;
import dev.rapport.events.person.Holder;
import dev.rapport.events.person.People;
import dev.rapport.events.profile.Consent.Purpose;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Copies of people, replaced by a higher revision only; of the erased there is none. */
@Component
public class Profiles implements Holder {

  private static final int DUPLICATE_KEY = 11_000;
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
  private static final int READ_AT_ONCE = 5_000;

  private final MongoCollection<Document> documents;
  private final People people;

  Profiles(MongoDatabase database, People people) {
    this.documents = database.getCollection("profiles");
    this.people = people;
  }

  /** Hears of people; what is older than what is kept changes nothing. */
  public void keep(List<PersonChanged> changed) {
    var newest = new HashMap<UUID, PersonChanged>();
    for (var person : changed) {
      newest.merge(person.person(), person, (one, other) -> one.rev() >= other.rev() ? one : other);
    }
    newest.keySet().removeAll(people.erased(new HashSet<>(newest.keySet())));
    if (newest.isEmpty()) {
      return;
    }
    var writes = newest.values().stream().map(Profiles::write).toList();
    try {
      documents.bulkWrite(writes, UNORDERED);
    } catch (MongoBulkWriteException e) {
      // A duplicate of the id is kept in a newer state, or in this one.
      if (e.getWriteConcernError() != null
          || e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
        throw e;
      }
    }
    erase(people.erased(newest.keySet()));
  }

  @Override
  public void erase(Collection<UUID> erased) {
    if (!erased.isEmpty()) {
      documents.deleteMany(Filters.in("_id", erased));
    }
  }

  /** Finds those who are known. */
  public Map<UUID, Profile> find(Collection<UUID> asked) {
    return find(asked, Filters.empty());
  }

  /** Finds those who agreed to anything that this service asks for. */
  public Map<UUID, Profile> findWilling(Collection<UUID> asked) {
    return find(asked, Filters.eq("consents.given", true));
  }

  private Map<UUID, Profile> find(Collection<UUID> asked, Bson only) {
    var found = new HashMap<UUID, Profile>();
    var open = List.copyOf(asked);
    for (var from = 0; from < open.size(); from += READ_AT_ONCE) {
      var some = open.subList(from, Math.min(open.size(), from + READ_AT_ONCE));
      documents
          .find(Filters.and(Filters.in("_id", some), only))
          .map(Profiles::read)
          .forEach(profile -> found.put(profile.person(), profile));
    }
    return found;
  }

  /** Finds one, if they are known. */
  public Optional<Profile> find(UUID person) {
    return Optional.ofNullable(documents.find(Filters.eq("_id", person)).first())
        .map(Profiles::read);
  }

  private static ReplaceOneModel<Document> write(PersonChanged person) {
    var consents = new ArrayList<Document>();
    for (var said : person.consents()) {
      Purpose.named(said.purpose()).ifPresent(purpose -> consents.add(write(purpose, said)));
    }
    return new ReplaceOneModel<>(
        Filters.and(Filters.eq("_id", person.person()), Filters.lt("rev", person.rev())),
        new Document("_id", person.person())
            .append("rev", person.rev())
            .append("externalId", person.externalId())
            .append("name", person.name())
            .append("locale", person.locale())
            .append("interests", orNone(person.interests()))
            .append("seeks", orNone(person.seeks()))
            .append("offers", orNone(person.offers()))
            .append("consents", consents),
        UPSERT);
  }

  private static Document write(Purpose purpose, ConsentSaid said) {
    return new Document("purpose", purpose.wireName())
        .append("event", said.event())
        .append("given", said.given())
        .append("at", Date.from(said.at()));
  }

  private static List<String> orNone(@Nullable List<String> topics) {
    return topics == null ? List.of() : topics;
  }

  private static Profile read(Document document) {
    return new Profile(
        Objects.requireNonNull(document.get("_id", UUID.class)),
        document.getString("externalId"),
        document.getString("name"),
        Locale.forLanguageTag(document.getString("locale")),
        document.getList("interests", String.class),
        document.getList("seeks", String.class),
        document.getList("offers", String.class),
        document.getList("consents", Document.class).stream()
            .map(Profiles::consent)
            .collect(Collectors.toList()));
  }

  private static Consent consent(Document document) {
    return new Consent(
        Purpose.named(document.getString("purpose")).orElseThrow(),
        document.get("event", UUID.class),
        document.getBoolean("given"),
        Objects.requireNonNull(document.getDate("at")).toInstant());
  }
}
