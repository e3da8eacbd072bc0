package dev.rapport.contacts.sensed;

import dev.rapport.messaging.Contract;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** This service's own person-changed, as far as sensing listens. */
record PersonSaid(UUID person, List<Said> consents, @Nullable UUID knownTo) {

  static final Contract<PersonSaid> CONTRACT =
      Contract.of("person-changed", PersonSaid.class).withTombstones();

  /** The latest word on one matter. */
  record Said(String purpose, boolean given) {}

  /** Whether nothing may be kept of them; of an old friend nothing ever is. */
  boolean refuses() {
    return knownTo == null && !agrees();
  }

  private boolean agrees() {
    return consents.stream().anyMatch(said -> said.purpose().equals("beSensed") && said.given());
  }
}
