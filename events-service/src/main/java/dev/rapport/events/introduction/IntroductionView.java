package dev.rapport.events.introduction;

import dev.rapport.events.profile.Profile;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Two people whom a connector could bring together, as the connector sees them.
 *
 * @param day the UTC day that it is for
 * @param topics what both care about
 */
@Schema(name = "Introduction")
public record IntroductionView(
    UUID introduction, LocalDate day, Someone one, Someone other, List<String> topics) {

  /** A person by the platform's own identifier. */
  public record Someone(String person, String name) {

    private static Someone of(Profile profile) {
      return new Someone(profile.externalId(), profile.name());
    }
  }

  static IntroductionView of(Introduction made, Profile one, Profile other) {
    return new IntroductionView(
        made.id(), made.day(), Someone.of(one), Someone.of(other), one.shares(other));
  }
}
