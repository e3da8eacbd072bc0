package dev.rapport.followup.hear;

import dev.rapport.followup.plan.Person;
import dev.rapport.followup.plan.Profile;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * contacts-service: a person as they are now; of their mail address and telephone nothing is read
 * here.
 */
record PersonChanged(
    UUID person,
    long rev,
    int generation,
    String externalId,
    String name,
    String locale,
    @Nullable ZoneId zone,
    List<Consent> consents,
    @Nullable List<String> interests,
    @Nullable List<String> seeks,
    @Nullable List<String> offers,
    @Nullable List<String> channels,
    @Nullable Map<String, String> profiles,
    @Nullable UUID knownTo) {

  record Consent(String purpose, @Nullable UUID event, boolean given, Instant at) {

    /** Nothing for a purpose that this service does not know. */
    private Stream<Person.Consent> toConsent() {
      return Stream.of(Person.Purpose.values())
          .filter(known -> known.word().equals(purpose))
          .map(known -> new Person.Consent(known, event, given, at.truncatedTo(ChronoUnit.MILLIS)));
    }
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
        consents.stream().flatMap(Consent::toConsent).toList(),
        new Profile(
            listed(interests),
            listed(seeks),
            listed(offers),
            listed(channels),
            profiles == null ? Map.of() : Map.copyOf(profiles)),
        knownTo,
        false);
  }

  private static List<String> listed(@Nullable List<String> words) {
    return words == null ? List.of() : List.copyOf(words);
  }
}
