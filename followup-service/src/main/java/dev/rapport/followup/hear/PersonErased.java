package dev.rapport.followup.hear;

import java.time.Instant;
import java.util.UUID;

/**
 * Said to contacts-service: nothing of this person is left here but counted stubs.
 *
 * @param at in machine time
 */
record PersonErased(UUID person, String service, long rev, Instant at) {

  static final String TOPIC = "person-erased";
}
