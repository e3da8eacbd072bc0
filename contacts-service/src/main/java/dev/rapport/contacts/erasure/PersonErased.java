package dev.rapport.contacts.erasure;

import dev.rapport.messaging.Contract;
import java.time.Instant;
import java.util.UUID;

/**
 * A service says that it has erased a person, on the topic person-erased.
 *
 * @param rev the revision of the tombstone that it acted on
 * @param at when (machine time)
 */
record PersonErased(UUID person, Service service, long rev, Instant at) {

  static final Contract<PersonErased> CONTRACT = Contract.of("person-erased", PersonErased.class);

  /** Those who hold something about people. */
  enum Service {
    contacts,
    events,
    followup,
    notification
  }
}
