package dev.rapport.events.profile;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody agreed to, or no longer.
 *
 * @param event null for all events
 */
public record Consent(Purpose purpose, @Nullable UUID event, boolean given, Instant at) {

  /** What this service asks for; readers ignore all other purposes. */
  enum Purpose {
    BE_NAMED("beNamed"),
    BE_INTRODUCED("beIntroduced"),
    INTRODUCE_OTHERS("introduceOthers");

    private final String wireName;

    Purpose(String wireName) {
      this.wireName = wireName;
    }

    String wireName() {
      return wireName;
    }

    static Optional<Purpose> named(String wireName) {
      return Arrays.stream(values()).filter(p -> p.wireName.equals(wireName)).findFirst();
    }
  }

  boolean concerns(Purpose asked, UUID askedEvent) {
    return purpose == asked && (event == null || event.equals(askedEvent));
  }
}
