package dev.rapport.events.profile;

import dev.rapport.events.profile.Consent.Purpose;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A person as far as plans and introductions need to know them.
 *
 * @param externalId the platform's own identifier
 * @param interests topics that they care about; seeks, offers: in which they look for or give help
 */
public record Profile(
    UUID person,
    String externalId,
    String name,
    Locale locale,
    List<String> interests,
    List<String> seeks,
    List<String> offers,
    List<Consent> consents) {

  public Profile {
    interests = List.copyOf(interests);
    seeks = List.copyOf(seeks);
    offers = List.copyOf(offers);
    consents = List.copyOf(consents);
  }

  /** Whether those who know them may be told that they attend. */
  public boolean mayBeNamed(UUID event) {
    return agrees(Purpose.BE_NAMED, event);
  }

  /** Whether they may be introduced to others. */
  public boolean mayBeIntroduced(UUID event) {
    return agrees(Purpose.BE_INTRODUCED, event);
  }

  /** Whether they want to introduce others. */
  public boolean isConnector(UUID event) {
    return agrees(Purpose.INTRODUCE_OTHERS, event);
  }

  /** The latest word counts; of two at the same moment, the no. */
  private boolean agrees(Purpose purpose, UUID event) {
    return consents.stream()
        .filter(consent -> consent.concerns(purpose, event))
        .max(Comparator.comparing(Consent::at).thenComparing(consent -> !consent.given()))
        .map(Consent::given)
        .orElse(false);
  }

  /** What both care about: topics of this one's interests that the other has too. */
  public List<String> shares(Profile other) {
    var theirs = other.interests.stream().map(Profile::folded).toList();
    return interests.stream().filter(topic -> theirs.contains(folded(topic))).distinct().toList();
  }

  /** Topics are compared without regard to case. */
  public static String folded(String topic) {
    return topic.strip().toLowerCase(Locale.ROOT);
  }
}
