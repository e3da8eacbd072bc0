package dev.rapport.followup.my;

import dev.rapport.access.Problem;
import java.util.Comparator;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Where something stands in the order of a list; also the cursor of the page after it, which stays
 * good when the thing itself is done meanwhile.
 *
 * @param section losing touch first, then acceptances, introductions, follow-ups, and what was
 *     missed
 * @param key the smaller first, inside its section
 */
record Place(int section, long key, UUID id) implements Comparable<Place> {

  private static final Comparator<Place> ORDER =
      Comparator.comparingInt(Place::section)
          .thenComparingLong(Place::key)
          .thenComparing(Place::id);

  private static final Pattern TEXT =
      Pattern.compile("([1-9])_(-?\\d{1,18})_(\\p{XDigit}{8}-.{27})");

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  /** The cursor. */
  String text() {
    return section + "_" + key + "_" + id;
  }

  /** Returns the place that a cursor stands for, or null for the first page. */
  static @Nullable Place of(@Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    var parts = TEXT.matcher(cursor);
    try {
      if (parts.matches()) {
        return new Place(
            Integer.parseInt(parts.group(1)),
            Long.parseLong(parts.group(2)),
            UUID.fromString(parts.group(3)));
      }
    } catch (IllegalArgumentException e) {
      // Answered below: it looks like a cursor and is none.
    }
    throw new Problem(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "invalid-cursor",
        "The cursor is not one that this list has given out; start without one.");
  }
}
