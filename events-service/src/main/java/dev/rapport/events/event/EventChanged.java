package dev.rapport.events.event;

import dev.rapport.messaging.Outgoing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The state of an event as other services see it; see {@code event-changed} in contracts. */
record EventChanged(
    UUID event,
    long rev,
    long policyRev,
    String organiser,
    String externalId,
    String name,
    Instant starts,
    Instant ends,
    String zone,
    Sender sender,
    Policy policy,
    String state,
    boolean held) {

  static final String TOPIC = "event-changed";

  record Sender(String name, String address) {}

  record Policy(
      String followUpWithin,
      String lateGrace,
      String reportsUntil,
      String wakingFrom,
      String wakingTo,
      List<Integer> listDays,
      String sensedAtLeast) {}

  static Outgoing of(Event event) {
    var details = event.details();
    var policy = details.policy();
    var changed =
        new EventChanged(
            event.id().value(),
            event.rev(),
            event.policyRev(),
            event.organiser(),
            event.externalId(),
            details.name(),
            event.dates().starts(),
            event.dates().ends(),
            details.zone().getId(),
            new Sender(details.sender().name(), details.sender().address()),
            new Policy(
                policy.followUpWithin().toString(),
                policy.lateGrace().toString(),
                policy.reportsUntil().toString(),
                policy.wakingFrom().toString(),
                policy.wakingTo().toString(),
                policy.listDays(),
                policy.sensedAtLeast().toString()),
            event.state().wireName(),
            event.held());
    return Outgoing.state(TOPIC, event.id(), event.rev(), changed);
  }
}
