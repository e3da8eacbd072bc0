package dev.rapport.messaging;

import org.jspecify.annotations.Nullable;

/**
 * A message on its way out.
 *
 * @param id the CloudEvents id: the same state or fact carries the same one each time it is sent
 * @param data a record to be written as JSON, or null for a tombstone
 * @param rev the revision of the state that it carries, or null for a fact
 */
public record Outgoing(
    String topic, String key, String id, @Nullable Object data, @Nullable Long rev) {

  /** The state of a document. */
  public static Outgoing state(String topic, Object key, long rev, Object data) {
    return new Outgoing(topic, key.toString(), key + "/" + rev, data, rev);
  }

  /** The end of a document's state. */
  public static Outgoing tombstone(String topic, Object key, long rev) {
    return new Outgoing(topic, key.toString(), key + "/" + rev, null, rev);
  }

  /** A fact or a request, told apart by its id. */
  public static Outgoing fact(String topic, Object key, Object id, Object data) {
    return new Outgoing(topic, key.toString(), id.toString(), data, null);
  }
}
