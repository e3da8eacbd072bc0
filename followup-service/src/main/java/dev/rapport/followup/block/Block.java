package dev.rapport.followup.block;

import dev.rapport.access.Problem;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Somebody whom a person blocks.
 *
 * @param name empty while they are not registered
 * @param since when it was first said, in event time
 */
record Block(UUID contact, String name, Instant since) {

  /** The latest first. */
  static final Comparator<Block> LATEST_FIRST =
      Comparator.comparing(Block::since).reversed().thenComparing(Block::contact);

  private static final Pattern CURSOR = Pattern.compile("(-?\\d{1,15})_(\\p{XDigit}{8}-.{27})");

  /** The cursor of the page after it; it stays good when the block is lifted meanwhile. */
  String cursor() {
    return since.toEpochMilli() + "_" + contact;
  }

  /** Returns where a cursor stands in the order, or null for the first page. */
  static @Nullable Block at(@Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    var parts = CURSOR.matcher(cursor);
    try {
      if (parts.matches()) {
        var since = Instant.ofEpochMilli(Long.parseLong(parts.group(1)));
        return new Block(UUID.fromString(parts.group(2)), "", since);
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
