package dev.rapport.events.introduction;

import dev.rapport.messaging.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Two people whom a connector could bring together; made once, and never changed.
 *
 * @param at when it was suggested, in event time
 * @param day the UTC day that it is for
 * @param topics what both care about
 */
record Introduction(
    UUID id,
    UUID event,
    UUID connector,
    UUID one,
    UUID other,
    Instant at,
    LocalDate day,
    List<String> topics) {

  /** All three. */
  Set<UUID> people() {
    return Set.of(connector, one, other);
  }

  static UUID id(Ids ids, UUID event, UUID connector, UUID one, UUID other) {
    // The same two are the same introduction, whoever comes first.
    var inOrder = one.toString().compareTo(other.toString()) < 0;
    return ids.of("introduction", event, connector, inOrder ? one : other, inOrder ? other : one);
  }
}
