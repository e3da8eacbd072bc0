package dev.rapport.contacts.sensed;

import dev.rapport.contacts.meeting.Pair;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * "Did you two meet?", as one of the two is asked.
 *
 * @param lastNear when the two were last near each other, as far as it is known
 * @param answer what this one has said, or null; what the other said stays with them
 */
record Suggestion(
    UUID id, UUID event, UUID person, UUID contact, Instant lastNear, @Nullable Answer answer) {

  /** What can be said. */
  enum Answer {
    confirmed,
    dismissed
  }

  Pair pair() {
    return Pair.of(person, contact);
  }
}
