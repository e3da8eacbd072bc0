package dev.rapport.notification.model;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which way a social invitation has gone. A mail has none.
 *
 * @param channel by which it was last on the wire, or null
 * @param refused the channels that refused it
 */
public record Route(@Nullable String channel, List<String> refused) {

  /** Nothing was tried. */
  public static final Route NONE = new Route(null, List.of());

  /** Returns the channels that have refused, after one more did. */
  public List<String> refusedToo(String word) {
    return Stream.concat(refused.stream(), Stream.of(word)).distinct().toList();
  }
}
