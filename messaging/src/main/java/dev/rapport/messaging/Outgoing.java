package dev.rapport.messaging;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way out.
 *
 * @param id the CloudEvents id: the same state or fact carries the same one each time it is sent
 * @param data a record to be written as JSON, or null for a tombstone
 * @param rev the revision of the state that it carries, or null for a fact
 * @param traces the requests that it goes back to, where they are followed ({@link Trails})
 */
public record Outgoing(
    String topic,
    String key,
    String id,
    @Nullable Object data,
    @Nullable Long rev,
    List<String> traces) {

  /** More than this many of one message are not followed: a header is no place for a crowd. */
  private static final int MOST_TRACES = 25;

  /** A message that nobody follows. */
  public Outgoing(String topic, String key, String id, @Nullable Object data, @Nullable Long rev) {
    this(topic, key, id, data, rev, List.of());
  }

  /** The same, followed by these. */
  public Outgoing tracedBy(Collection<String> these) {
    var some = these.stream().distinct().limit(MOST_TRACES).toList();
    return some.isEmpty() ? this : new Outgoing(topic, key, id, data, rev, some);
  }

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
