package dev.rapport.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that could be read.
 *
 * @param value the parsed value, or null for a tombstone
 * @param rev the document's revision from the header, 0 where the topic has none
 * @param traces the requests that it goes back to, where they are followed ({@link Trails})
 */
public record Message<T>(String key, @Nullable T value, long rev, List<String> traces) {

  /** A message that nobody follows. */
  public Message(String key, @Nullable T value, long rev) {
    this(key, value, rev, List.of());
  }

  /** Returns the value of a topic that has no tombstones. */
  public T body() {
    if (value == null) {
      throw new IllegalStateException("A tombstone has no body; ask value() first");
    }
    return value;
  }
}
