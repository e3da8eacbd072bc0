package dev.rapport.events.attendance;

import dev.rapport.events.person.People;
import dev.rapport.messaging.Outgoing;
import java.time.Instant;
import java.util.UUID;

/** The fact that this service has erased a person; see {@code person-erased} in contracts. */
record PersonErased(UUID person, String service, long rev, Instant at) {

  static final String TOPIC = "person-erased";

  static Outgoing of(People.Erased erased) {
    return Outgoing.fact(
        TOPIC,
        erased.person(),
        "events/" + erased.person() + "/" + erased.rev(),
        new PersonErased(erased.person(), "events", erased.rev(), erased.at()));
  }
}
