package dev.rapport.followup.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import dev.rapport.followup.plan.Person;
import dev.rapport.followup.plan.Person.Consent;
import dev.rapport.followup.plan.Profile;
import dev.rapport.followup.plan.Word;
import dev.rapport.messaging.Indexing;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The people that this service has heard of: names, zones, consents and topics, no mail addresses.
 */
public final class People {

  private static final String KNOWN_TO = "knownTo";

  private final Copies<Person> copies;

  /** Takes the database that holds them. */
  public People(MongoDatabase database) {
    MongoCollection<Document> people = database.getCollection("people");
    Indexing.make(
        people,
        List.of(
            new IndexModel(
                Indexes.compoundIndex(
                    Indexes.ascending("externalId"), Indexes.descending("generation")),
                new IndexOptions().name("externalId")),
            new IndexModel(
                Indexes.ascending(KNOWN_TO),
                new IndexOptions()
                    .name(KNOWN_TO)
                    .partialFilterExpression(Filters.exists(KNOWN_TO, true)))));
    this.copies = new Copies<>(people, People::read);
  }

  /** Keeps what is newer. */
  public void store(Collection<Person> people) {
    copies.store(people.stream().map(People::document).toList());
  }

  /** Returns those that are known. */
  public Map<UUID, Person> byId(Collection<UUID> ids) {
    return copies.byId(ids);
  }

  /** Returns who goes by the platform's id now, or null. */
  public @Nullable Person byExternalId(String externalId) {
    var found =
        copies.find(Filters.eq("externalId", externalId), Sorts.descending("generation"), 1);
    return found.isEmpty() ? null : found.getFirst();
  }

  /** Returns the old friends whom an owner alone knows, in no order. */
  public List<Person> friends(UUID owner) {
    return copies.find(Filters.eq(KNOWN_TO, owner), Sorts.ascending("_id"), Integer.MAX_VALUE);
  }

  private static Document document(Person person) {
    var document = new Document("_id", person.id()).append("rev", person.rev());
    if (person.erased()) {
      return document.append("erased", true);
    }
    var zone = person.zone();
    if (zone != null) {
      document.append("zone", zone.getId());
    }
    if (person.knownTo() != null) {
      document.append(KNOWN_TO, person.knownTo());
    }
    return document
        .append("externalId", person.externalId())
        .append("generation", person.generation())
        .append("name", person.name())
        .append("locale", person.locale())
        .append("consents", person.consents().stream().map(People::document).toList())
        .append("profile", document(person.profile()));
  }

  private static Document document(Profile profile) {
    return new Document("interests", profile.interests())
        .append("seeks", profile.seeks())
        .append("offers", profile.offers())
        .append("channels", profile.channels())
        .append("profiles", new Document(Map.copyOf(profile.profiles())));
  }

  private static Profile profile(Document document) {
    var profiles = new HashMap<String, String>();
    document
        .get("profiles", new Document())
        .forEach((network, name) -> profiles.put(network, String.valueOf(name)));
    return new Profile(
        document.getList("interests", String.class, List.of()),
        document.getList("seeks", String.class, List.of()),
        document.getList("offers", String.class, List.of()),
        document.getList("channels", String.class, List.of()),
        profiles);
  }

  private static Document document(Consent consent) {
    return new Document("purpose", consent.purpose().word())
        .append("event", consent.event())
        .append("given", consent.given())
        .append("at", Date.from(consent.at()));
  }

  private static Person read(Document document) {
    var id = FollowUpDocument.uuid(document, "_id");
    var rev = FollowUpDocument.number(document, "rev");
    if (document.getBoolean("erased", false)) {
      return Person.erased(id, rev);
    }
    var zone = document.getString("zone");
    return new Person(
        id,
        rev,
        FollowUpDocument.text(document, "externalId"),
        (int) FollowUpDocument.number(document, "generation"),
        FollowUpDocument.text(document, "name"),
        FollowUpDocument.text(document, "locale"),
        zone == null ? null : ZoneId.of(zone),
        document.getList("consents", Document.class, List.of()).stream()
            .map(People::consent)
            .toList(),
        profile(document.get("profile", new Document())),
        document.get(KNOWN_TO, UUID.class),
        false);
  }

  private static Consent consent(Document document) {
    return new Consent(
        Word.of(Person.Purpose.class, FollowUpDocument.text(document, "purpose")),
        document.get("event", UUID.class),
        document.getBoolean("given", false),
        FollowUpDocument.required(document, "at"));
  }
}
