package dev.rapport.followup.plan;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service knows of a person; contacts-service owns it.
 *
 * @param knownTo whose old friend this is, by name alone; null for who is registered
 * @param erased what is left of them is the id: every other component is empty then
 */
public record Person(
    UUID id,
    long rev,
    String externalId,
    int generation,
    String name,
    String locale,
    @Nullable ZoneId zone,
    List<Consent> consents,
    Profile profile,
    @Nullable UUID knownTo,
    boolean erased) {

  /** Somebody who is registered. */
  public Person(
      UUID id,
      long rev,
      String externalId,
      int generation,
      String name,
      String locale,
      @Nullable ZoneId zone,
      List<Consent> consents,
      Profile profile,
      boolean erased) {
    this(id, rev, externalId, generation, name, locale, zone, consents, profile, null, erased);
  }

  /**
   * The latest word on one purpose.
   *
   * @param event the event that it speaks of, or null for all
   */
  public record Consent(Purpose purpose, @Nullable UUID event, boolean given, Instant at) {}

  /** What a person can agree to. */
  public enum Purpose implements Word {
    WRITE_IN_MY_NAME,
    RECEIVE_INVITATIONS,
    /** Whoever knows both may bring them together with others. */
    BE_INTRODUCED,
    /** They are shown whom they could bring together. */
    INTRODUCE_OTHERS,
    /** Whoever is connected with them sees their names in social networks. */
    SHARE_PROFILES,
    /** They are reminded of their contacts all year. */
    NURTURE
  }

  /** What is left of an erased person. */
  public static Person erased(UUID id, long rev) {
    return new Person(id, rev, "", 0, "", "en", null, List.of(), Profile.NONE, true);
  }

  /**
   * Whether the latest word that covers this event is yes. A word about all events and one about
   * this event weigh the same; at the same moment a no wins. No word means no.
   */
  public boolean agreesTo(Purpose purpose, UUID event) {
    Consent latest = null;
    for (var consent : consents) {
      if (consent.purpose() == purpose
          && (consent.event() == null || consent.event().equals(event))
          && (latest == null || isLater(consent, latest))) {
        latest = consent;
      }
    }
    return latest != null && latest.given();
  }

  /** Whether the latest word about all events is yes; no word means no. */
  public boolean agreesTo(Purpose purpose) {
    return consents.stream()
        .filter(consent -> consent.purpose() == purpose && consent.event() == null)
        .reduce((one, other) -> isLater(other, one) ? other : one)
        .map(Consent::given)
        .orElse(false);
  }

  private static boolean isLater(Consent one, Consent other) {
    var order = one.at().compareTo(other.at());
    return order > 0 || (order == 0 && !one.given());
  }
}
