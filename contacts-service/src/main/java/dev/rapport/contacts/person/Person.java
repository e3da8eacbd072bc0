package dev.rapport.contacts.person;

import dev.rapport.messaging.Ids;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A registered person.
 *
 * @param externalId the platform's own identifier, often an address
 * @param generation counts the registrations of this external id; each erasure closes one
 * @param since when this generation was opened, in event time; null for the first, whose meetings
 *     may be older than the registration
 * @param consents everything that was ever said, in the order in which it arrived
 * @param knownTo whose old friend this is; null for everybody else
 */
public record Person(
    UUID id,
    String externalId,
    int generation,
    @Nullable Instant since,
    long rev,
    Profile profile,
    List<Consent> consents,
    @Nullable KnownTo knownTo) {

  /**
   * An old friend is a person whom one owner alone knows: nobody else sees or finds them, and
   * nothing can be agreed to in their name.
   *
   * @param said a hash of what the owner said last
   */
  public record KnownTo(UUID owner, UUID said) {}

  /** The id of an external id's registration; a closed generation never gets its id back. */
  static UUID id(Ids ids, String externalId, int generation) {
    return ids.of("person", externalId, generation);
  }

  static Person registered(Seat seat, Instant now, Registration told) {
    var since = seat.generation() == 1 ? null : now;
    return new Person(
        seat.id(),
        told.externalId(),
        seat.generation(),
        since,
        1,
        told.profile().over(null),
        union(List.of(), told.consents()),
        told.knownTo());
  }

  /** Takes a new profile and what was said since; the same again is the same person. */
  Person with(Registration told) {
    return with(told.profile(), told.consents(), told.knownTo());
  }

  Person with(Profile told, Collection<Consent> said) {
    return with(told, said, knownTo);
  }

  private Person with(Profile told, Collection<Consent> said, @Nullable KnownTo friend) {
    var now = told.over(profile);
    var all = union(consents, said);
    return now.equals(profile) && all.size() == consents.size() && Objects.equals(friend, knownTo)
        ? this
        : new Person(id, externalId, generation, since, rev + 1, now, all, friend);
  }

  /** The same person, having said more. */
  public Person hearing(Collection<Consent> said) {
    return with(profile, said);
  }

  /** The same about card, wishes and consents alone, as people say it on their own pages. */
  Person saying(Card card, Wishes wishes, Collection<Consent> said) {
    var told =
        new Profile(
            profile.name(), profile.email(), profile.locale(), profile.zone(), card, wishes);
    return with(told, said);
  }

  /**
   * Returns the word that counts: of those about this event and about all events the weightiest,
   * null while nothing was said.
   *
   * @param event null asks about all events only
   */
  public @Nullable Consent word(Consent.Purpose purpose, @Nullable UUID event) {
    return consents.stream()
        .filter(consent -> consent.purpose() == purpose)
        .filter(consent -> consent.about() == null || consent.about().id().equals(event))
        .max(Consent.BY_WEIGHT)
        .orElse(null);
  }

  /** Whether they have agreed, for all events; no word means no. */
  public boolean agreesTo(Consent.Purpose purpose) {
    var word = word(purpose, null);
    return word != null && word.given();
  }

  /** Returns the weightiest word on each matter. */
  public List<Consent> latest() {
    var latest = new LinkedHashMap<Consent.Matter, Consent>();
    for (var consent : consents) {
      latest.merge(consent.matter(), consent, BinaryOperator.maxBy(Consent.BY_WEIGHT));
    }
    return List.copyOf(latest.values());
  }

  private static List<Consent> union(List<Consent> known, Collection<Consent> said) {
    var all = new LinkedHashMap<Consent, Consent>();
    known.forEach(consent -> all.put(consent.word(), consent));
    said.forEach(consent -> all.putIfAbsent(consent.word(), consent));
    return List.copyOf(all.values());
  }
}
