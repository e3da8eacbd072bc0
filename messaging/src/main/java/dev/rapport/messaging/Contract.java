package dev.rapport.messaging;

/**
 * What a reader expects on a topic.
 *
 * @param topic the topic's name; its CloudEvents type is {@code dev.rapport.<topic>.v1}
 * @param type a record; components that may be absent are marked nullable, all others are required
 * @param tombstones whether a record without a value means something here
 */
public record Contract<T>(String topic, Class<T> type, boolean tombstones) {

  /** A topic on which each record has a value. */
  public static <T> Contract<T> of(String topic, Class<T> type) {
    return new Contract<>(topic, type, false);
  }

  /** The same topic, tombstones allowed. */
  public Contract<T> withTombstones() {
    return new Contract<>(topic, type, true);
  }
}
