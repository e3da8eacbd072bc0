package dev.rapport.access;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * One page of a list.
 *
 * @param next the cursor of the next page, absent on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

  /** Pages hold 1 to 500 items, 100 unless asked otherwise. */
  public static final int DEFAULT_LIMIT = 100;

  /** Cuts a page out of up to {@code limit + 1} items; the last one shown names the next page. */
  public static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursor) {
    return found.size() <= limit
        ? new Page<>(found, null)
        : new Page<>(List.copyOf(found.subList(0, limit)), cursor.apply(found.get(limit - 1)));
  }

  /** Returns the limit asked for, or the default; refuses what is out of bounds. */
  public static int limit(@Nullable Integer asked) {
    if (asked == null) {
      return DEFAULT_LIMIT;
    }
    if (asked < 1 || asked > 500) {
      throw Problem.field("limit", "is " + asked, "1 to 500");
    }
    return asked;
  }

  /** Returns the id that a cursor stands for, or null for the first page. */
  public static java.util.@Nullable UUID after(@Nullable String cursor) {
    try {
      return cursor == null ? null : java.util.UUID.fromString(cursor);
    } catch (IllegalArgumentException e) {
      throw new Problem(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "invalid-cursor",
          "The cursor is not one that this list has given out; start without one.");
    }
  }
}
