package dev.rapport.contacts.person;

import dev.rapport.messaging.Outgoing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The state of a person as the topic person-changed carries it; the only one with addresses. */
record PersonChanged(
    UUID person,
    long rev,
    int generation,
    String externalId,
    String name,
    @Nullable String email,
    String locale,
    @Nullable String zone,
    @Nullable String phone,
    @Nullable String organisation,
    @Nullable String title,
    @Nullable Profiles profiles,
    @Nullable List<String> interests,
    @Nullable List<String> seeks,
    @Nullable List<String> offers,
    @Nullable List<Wishes.Channel> channels,
    List<Said> consents,
    @Nullable UUID knownTo) {

  static final String TOPIC = "person-changed";

  /** Mails need a language; without one they speak English. */
  private static final String DEFAULT_LOCALE = "en";

  /** Names in social networks. */
  record Profiles(@Nullable String mastodon, @Nullable String linkedin, @Nullable String xing) {}

  /** The latest word on one matter. */
  record Said(Consent.Purpose purpose, @Nullable UUID event, boolean given, Instant at) {}

  static Outgoing of(Person person) {
    var knownTo = person.knownTo();
    return knownTo == null ? ofRegistered(person) : ofFriend(person, knownTo.owner());
  }

  /** Of an old friend no more than the name: it is what the owner is reminded by. */
  private static Outgoing ofFriend(Person person, UUID owner) {
    var data =
        new PersonChanged(
            person.id(),
            person.rev(),
            person.generation(),
            person.externalId(),
            person.profile().name(),
            null,
            DEFAULT_LOCALE,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            owner);
    return Outgoing.state(TOPIC, person.id(), person.rev(), data);
  }

  private static Outgoing ofRegistered(Person person) {
    var profile = person.profile();
    var card = profile.card();
    var wishes = profile.wishes();
    var data =
        new PersonChanged(
            person.id(),
            person.rev(),
            person.generation(),
            person.externalId(),
            profile.name(),
            profile.email(),
            profile.locale() == null ? DEFAULT_LOCALE : profile.locale(),
            profile.zone(),
            card.phone(),
            card.organisation(),
            card.title(),
            card.hasProfiles() ? new Profiles(card.mastodon(), card.linkedin(), card.xing()) : null,
            wishes.interests(),
            wishes.seeks(),
            wishes.offers(),
            wishes.channels(),
            person.latest().stream().map(PersonChanged::said).toList(),
            null);
    return Outgoing.state(TOPIC, person.id(), person.rev(), data);
  }

  // From when it counts: whoever reads it weighs by this, as this service does.
  private static Said said(Consent consent) {
    return new Said(consent.purpose(), consent.matter().event(), consent.given(), consent.since());
  }
}
