package dev.rapport.messaging;

import org.jspecify.annotations.Nullable;

/**
 * A record that could be read.
 *
 * @param value the parsed value, or null for a tombstone
 * @param rev the document's revision from the header, 0 where the topic has none
 */
public record Message<T>(String key, @Nullable T value, long rev) {

  /** Returns the value of a topic that has no tombstones. */
  public T body() {
    if (value == null) {
      throw new IllegalStateException("A tombstone has no body; ask value() first");
    }
    return value;
  }
}
