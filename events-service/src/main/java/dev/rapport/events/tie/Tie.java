package dev.rapport.events.tie;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That two people met at an event.
 *
 * @param one whose id, as text, sorts first
 * @param how null, like both moments, once one of the two is erased
 * @param mutual whether both said so
 * @param firstMet event time
 * @param lastMet event time
 */
public record Tie(
    UUID event,
    UUID one,
    UUID other,
    @Nullable How how,
    boolean mutual,
    @Nullable Instant firstMet,
    @Nullable Instant lastMet) {

  /** The ways in which two people met. */
  public enum How {
    FACE_TO_FACE("faceToFace"),
    VIRTUAL("virtual"),
    BOTH("both");

    private final String wireName;

    How(String wireName) {
      this.wireName = wireName;
    }

    String wireName() {
      return wireName;
    }

    static How named(String wireName) {
      for (var how : values()) {
        if (how.wireName.equals(wireName)) {
          return how;
        }
      }
      throw new IllegalArgumentException("Nobody meets like this: " + wireName);
    }
  }

  /** The other of the two. */
  public UUID partnerOf(UUID person) {
    return person.equals(one) ? other : one;
  }
}
