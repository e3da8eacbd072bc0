package dev.rapport.notification.erasure;

import java.time.Instant;
import java.util.UUID;

/**
 * The message {@code person-erased}: this service has forgotten somebody.
 *
 * @param rev the tombstone's
 * @param at in machine time
 */
record PersonErased(UUID person, String service, long rev, Instant at) {

  static final String TOPIC = "person-erased";
}
