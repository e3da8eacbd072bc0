package dev.rapport.contacts.person;

import dev.rapport.messaging.Ids;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
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
 */
public record Person(
    UUID id,
    String externalId,
    int generation,
    @Nullable Instant since,
    long rev,
    Profile profile,
    List<Consent> consents) {

  /** The id of an external id's registration; a closed generation never gets its id back. */
  static UUID id(Ids ids, String externalId, int generation) {
    return ids.of("person", externalId, generation);
  }

  static Person registered(
      Seat seat, String externalId, Instant now, Profile profile, List<Consent> consents) {
    var since = seat.generation() == 1 ? null : now;
    var all = union(List.of(), consents);
    return new Person(seat.id(), externalId, seat.generation(), since, 1, profile.over(null), all);
  }

  /** Takes a new profile and what was said since; the same again is the same person. */
  Person with(Profile told, Collection<Consent> said) {
    var now = told.over(profile);
    var all = union(consents, said);
    return now.equals(profile) && all.size() == consents.size()
        ? this
        : new Person(id, externalId, generation, since, rev + 1, now, all);
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
