package dev.rapport.followup.nurture;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often an owner wants to be in touch with a contact: every so many days, or as often as with
 * everyone of a tag. Exactly one of the two is there.
 *
 * @param since when it was set, in event time; who was never in touch is due a cadence later
 */
public record Cadence(@Nullable Integer days, @Nullable String tag, Instant since) {

  /** More often is no relationship, more rarely no cadence. */
  public static final int LEAST_DAYS = 1;

  /** Three years. */
  public static final int MOST_DAYS = 1_100;

  /** Returns how long it is, or null when nobody said it of the tag. */
  @Nullable Duration length(Map<String, Integer> tags) {
    var length = days != null ? days : tags.get(tag == null ? "" : tag);
    return length == null ? null : Duration.ofDays(length);
  }
}
