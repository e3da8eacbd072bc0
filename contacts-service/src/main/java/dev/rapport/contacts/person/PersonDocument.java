package dev.rapport.contacts.person;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How a person is stored. */
final class PersonDocument {

  static final String ERASED = "erased";
  static final String SINCE = "since";

  /** Whose old friend it is. */
  static final String KNOWN_TO = "knownTo";

  private static final String SAID = "said";

  private PersonDocument() {}

  static Document of(Person person) {
    var profile = person.profile();
    var document =
        new Document("_id", person.id())
            .append("externalId", person.externalId())
            .append("generation", person.generation())
            .append("rev", person.rev())
            .append("name", profile.name());
    present(document, SINCE, person.since() == null ? null : Date.from(person.since()));
    present(document, "email", profile.email());
    present(document, "locale", profile.locale());
    present(document, "zone", profile.zone());
    var card = profile.card();
    present(document, "phone", card.phone());
    present(document, "organisation", card.organisation());
    present(document, "title", card.title());
    present(document, "mastodon", card.mastodon());
    present(document, "linkedin", card.linkedin());
    present(document, "xing", card.xing());
    var wishes = profile.wishes();
    present(document, "interests", wishes.interests());
    present(document, "seeks", wishes.seeks());
    present(document, "offers", wishes.offers());
    var channels = wishes.channels();
    present(
        document, "channels", channels == null ? null : channels.stream().map(Enum::name).toList());
    var knownTo = person.knownTo();
    if (knownTo != null) {
      document.append(KNOWN_TO, knownTo.owner()).append(SAID, knownTo.said());
    }
    return document.append(
        "consents", person.consents().stream().map(PersonDocument::consent).toList());
  }

  static Person read(Document document) {
    return new Person(
        id(document),
        text(document, "externalId"),
        document.getInteger("generation"),
        since(document),
        rev(document),
        new Profile(
            text(document, "name"),
            document.getString("email"),
            document.getString("locale"),
            document.getString("zone"),
            card(document),
            wishes(document)),
        document.getList("consents", Document.class, List.of()).stream()
            .map(PersonDocument::readConsent)
            .toList(),
        knownTo(document));
  }

  private static Person.@Nullable KnownTo knownTo(Document document) {
    var owner = document.get(KNOWN_TO, UUID.class);
    return owner == null
        ? null
        : new Person.KnownTo(owner, Objects.requireNonNull(document.get(SAID, UUID.class)));
  }

  private static Card card(Document document) {
    return new Card(
        document.getString("phone"),
        document.getString("organisation"),
        document.getString("title"),
        document.getString("mastodon"),
        document.getString("linkedin"),
        document.getString("xing"));
  }

  private static Wishes wishes(Document document) {
    var channels = document.getList("channels", String.class);
    return new Wishes(
        document.getList("interests", String.class),
        document.getList("seeks", String.class),
        document.getList("offers", String.class),
        channels == null ? null : channels.stream().map(Wishes.Channel::valueOf).toList());
  }

  static @Nullable Instant since(Document document) {
    var since = document.getDate(SINCE);
    return since == null ? null : since.toInstant();
  }

  static boolean isErased(Document document) {
    return document.getBoolean(ERASED, false);
  }

  static UUID id(Document document) {
    return Objects.requireNonNull(document.get("_id", UUID.class));
  }

  static long rev(Document document) {
    return Objects.requireNonNull(document.get("rev", Number.class)).longValue();
  }

  private static Document consent(Consent consent) {
    var document = new Document("purpose", consent.purpose().name());
    var about = consent.about();
    if (about != null) {
      document.append("organiser", about.organiser());
      document.append("event", about.event());
      document.append("eventId", about.id());
    }
    if (!consent.since().equals(consent.at())) {
      document.append("since", Date.from(consent.since()));
    }
    return document
        .append("given", consent.given())
        .append("at", Date.from(consent.at()))
        .append("source", consent.source())
        .append("wording", consent.wording());
  }

  private static Consent readConsent(Document document) {
    var event = document.get("eventId", UUID.class);
    var since = document.getDate("since");
    return new Consent(
        Consent.Purpose.valueOf(text(document, "purpose")),
        event == null
            ? null
            : new Consent.About(text(document, "organiser"), text(document, "event"), event),
        document.getBoolean("given"),
        at(document),
        since == null ? at(document) : since.toInstant(),
        text(document, "source"),
        text(document, "wording"));
  }

  private static Instant at(Document document) {
    return Objects.requireNonNull(document.getDate("at")).toInstant();
  }

  private static String text(Document document, String field) {
    return Objects.requireNonNull(document.getString(field), field);
  }

  private static void present(Document document, String field, @Nullable Object value) {
    if (value != null) {
      document.append(field, value);
    }
  }
}
