package dev.rapport.contacts.meeting;

import dev.rapport.messaging.Ids;
import java.util.List;
import java.util.UUID;

/**
 * Two people, whoever scanned whom.
 *
 * @param first the one whose id, as text, sorts first
 */
public record Pair(UUID first, UUID second) {

  public Pair {
    if (first.toString().compareTo(second.toString()) >= 0) {
      throw new IllegalArgumentException("A pair is two people in the order of their ids' text");
    }
  }

  /** Puts two different people in order. */
  public static Pair of(UUID one, UUID other) {
    return one.toString().compareTo(other.toString()) < 0
        ? new Pair(one, other)
        : new Pair(other, one);
  }

  /** The id of their meeting at an event. */
  public UUID meeting(Ids ids, UUID event) {
    return ids.of("meeting", event, first, second);
  }

  /** The id of a block between them, at all events. */
  UUID block(Ids ids) {
    return ids.of("block", first, second);
  }

  List<UUID> people() {
    return List.of(first, second);
  }

  int indexOf(UUID person) {
    if (person.equals(first)) {
      return 0;
    }
    if (person.equals(second)) {
      return 1;
    }
    throw new IllegalArgumentException("Someone who is not of the pair");
  }
}
