package dev.rapport.notification.directory;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import dev.rapport.messaging.Ids;
import dev.rapport.messaging.Indexing;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The copies of people, newest revision each. */
@Component
public class People {

  private final MongoCollection<Document> documents;
  private final Copies copies;
  private final Ids ids;

  People(MongoDatabase database, Ids ids) {
    this.ids = ids;
    documents = database.getCollection("people");
    Indexing.make(documents, Indexes.ascending("externalId"));
    copies = new Copies(documents);
  }

  void store(List<PersonChanged> changed) {
    copies.store(changed.stream().map(People::document).toList());
  }

  /** Leaves of each person no more than the id and the revision. */
  public void erase(Map<UUID, Long> revs) {
    copies.store(
        revs.entrySet().stream()
            .map(
                e ->
                    new Document("_id", e.getKey())
                        .append("rev", e.getValue())
                        .append("erased", true))
            .toList());
  }

  /** Returns those of these people that were ever heard of. */
  public Map<UUID, Person> find(Collection<UUID> ids) {
    var found = new HashMap<UUID, Person>();
    for (var document : documents.find(Filters.in("_id", ids))) {
      var person = person(document);
      found.put(person.id(), person);
    }
    return found;
  }

  /** Returns the id of the newest person of this external id. */
  public @Nullable UUID id(String externalId) {
    var found =
        documents
            .find(Filters.eq("externalId", externalId))
            .sort(Sorts.descending("generation"))
            .first();
    return found == null ? null : found.get("_id", UUID.class);
  }

  /**
   * Whether an external id of which nobody is here is that of somebody who was erased. Of the
   * erased only ids are left; that of the first generation follows from the external id.
   */
  public boolean isErased(String externalId) {
    var first = ids.of("person", externalId, 1);
    return find(Set.of(first)).get(first) instanceof Person.Erased;
  }

  private static Document document(PersonChanged changed) {
    var document = registered(changed);
    put(document, "phone", changed.phone());
    put(document, "organisation", changed.organisation());
    put(document, "title", changed.title());
    var profiles = changed.profiles();
    if (profiles != null) {
      put(document, "mastodon", profiles.mastodon());
      put(document, "linkedin", profiles.linkedin());
      put(document, "xing", profiles.xing());
    }
    return document;
  }

  private static void put(Document document, String field, @Nullable String value) {
    if (value != null) {
      document.append(field, value);
    }
  }

  private static Document registered(PersonChanged changed) {
    return new Document("_id", changed.person())
        .append("rev", changed.rev())
        .append("externalId", changed.externalId())
        .append("generation", changed.generation())
        .append("name", changed.name())
        .append("email", changed.email())
        .append("locale", changed.locale())
        .append("zone", changed.zone())
        .append(
            "consents",
            changed.consents().stream()
                .map(
                    c ->
                        new Document("purpose", c.purpose())
                            .append("event", c.event())
                            .append("given", c.given())
                            .append("at", Date.from(c.at())))
                .toList())
        .append("channels", changed.channels() == null ? List.of() : changed.channels());
  }

  private static Person person(Document document) {
    var id = Objects.requireNonNull(document.get("_id", UUID.class));
    if (document.getBoolean("erased", false)) {
      return new Person.Erased(id);
    }
    return new Person.Known(
        id,
        document.get("externalId", ""),
        document.get("name", ""),
        document.getString("email"),
        Locale.forLanguageTag(document.get("locale", "en")),
        zone(document.getString("zone")),
        document.getList("consents", Document.class, List.of()).stream()
            .map(People::consent)
            .toList(),
        new Person.Details(
            document.getString("phone"),
            document.getString("organisation"),
            document.getString("title"),
            profiles(document)),
        document.getList("channels", String.class, List.of()));
  }

  private static Map<String, String> profiles(Document document) {
    var profiles = new LinkedHashMap<String, String>();
    for (var network : List.of("mastodon", "linkedin", "xing")) {
      var profile = document.getString(network);
      if (profile != null) {
        profiles.put(network, profile);
      }
    }
    return profiles;
  }

  private static Person.Consent consent(Document document) {
    return new Person.Consent(
        document.get("purpose", ""),
        document.get("event", UUID.class),
        document.getBoolean("given", false),
        document.get("at", Date.from(Instant.EPOCH)).toInstant());
  }

  /** A zone that this runtime does not know is no reason to keep a mail back. */
  static @Nullable ZoneId zone(@Nullable String name) {
    try {
      return name == null ? null : ZoneId.of(name);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
