package dev.rapport.contacts.interaction;

import java.time.Instant;
import java.util.UUID;

/**
 * An owner was in touch with a contact.
 *
 * @param at in event time
 * @param mutual whether it is one of both: they met, and each has it
 * @param body a hash of what the request said
 * @param token the request that made it
 */
record Interaction(
    UUID id,
    UUID owner,
    UUID contact,
    Instant at,
    Kind kind,
    Purpose purpose,
    boolean mutual,
    UUID body,
    UUID token) {

  /** In what way, spelled as on the wire. */
  enum Kind {
    met,
    message,
    call,
    meal,
    thanks,
    offer,
    introduction,
    other
  }

  /** What for, spelled as on the wire. */
  enum Purpose {
    greet,
    give,
    ask
  }
}
