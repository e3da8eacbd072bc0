package dev.rapport.followup.hear;

import dev.rapport.followup.plan.Person;
import dev.rapport.followup.plan.Word;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** contacts-service: a person as they are now; of their addresses nothing is read here. */
record PersonChanged(
    UUID person,
    long rev,
    int generation,
    String externalId,
    String name,
    String locale,
    @Nullable ZoneId zone,
    List<Consent> consents) {

  record Consent(Purpose purpose, @Nullable UUID event, boolean given, Instant at) {}

  /** Spelled as on the wire. */
  enum Purpose {
    writeInMyName,
    receiveInvitations
  }

  Person toPerson() {
    return new Person(
        person,
        rev,
        externalId,
        generation,
        name,
        locale,
        zone,
        consents.stream()
            .map(
                c ->
                    new Person.Consent(
                        Word.of(Person.Purpose.class, c.purpose().name()),
                        c.event(),
                        c.given(),
                        c.at().truncatedTo(ChronoUnit.MILLIS)))
            .toList(),
        false);
  }
}
