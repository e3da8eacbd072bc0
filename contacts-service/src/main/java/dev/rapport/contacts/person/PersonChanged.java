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
    List<Said> consents) {

  static final String TOPIC = "person-changed";

  /** Mails need a language; without one they speak English. */
  private static final String DEFAULT_LOCALE = "en";

  /** The latest word on one matter. */
  record Said(Consent.Purpose purpose, @Nullable UUID event, boolean given, Instant at) {}

  static Outgoing of(Person person) {
    var profile = person.profile();
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
            person.latest().stream().map(PersonChanged::said).toList());
    return Outgoing.state(TOPIC, person.id(), person.rev(), data);
  }

  private static Said said(Consent consent) {
    return new Said(consent.purpose(), consent.matter().event(), consent.given(), consent.at());
  }
}
