package dev.rapport.followup.nurture;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What holds for all of an owner's ties.
 *
 * @param tags how often, in days, to be in touch with those of a tag
 * @param pausedUntil no reminder before this moment, in event time, or null
 */
public record Habits(UUID owner, Map<String, Integer> tags, @Nullable Instant pausedUntil) {

  static Habits none(UUID owner) {
    return new Habits(owner, Map.of(), null);
  }
}
