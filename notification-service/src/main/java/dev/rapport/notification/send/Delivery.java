package dev.rapport.notification.send;

import dev.rapport.messaging.EventClock;
import dev.rapport.messaging.MachineClock;
import dev.rapport.notification.mail.Mail;
import dev.rapport.notification.mail.Renderer;
import dev.rapport.notification.smtp.Connection;
import dev.rapport.notification.smtp.Reply;
import dev.rapport.notification.store.Claimed;
import dev.rapport.notification.store.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends what passed the check over one connection, mail by mail, while it may still start. */
@Component
class Delivery {

  private static final Logger log = LoggerFactory.getLogger(Delivery.class);

  private final Renderer renderer;
  private final Gate gate;
  private final Conclusion conclusion;
  private final EventClock eventClock;
  private final MachineClock machineClock;

  Delivery(
      Renderer renderer,
      Gate gate,
      Pauses pauses,
      EventClock eventClock,
      MachineClock machineClock) {
    this.renderer = renderer;
    this.gate = gate;
    this.conclusion = new Conclusion(pauses);
    this.eventClock = eventClock;
    this.machineClock = machineClock;
  }

  /** The server cannot be reached: each waits its turn. */
  List<Step> unreachable(List<Ready> batch) {
    var now = machineClock.now();
    var date = eventClock.now();
    return batch.stream()
        .map(r -> conclusion.of(r.claimed(), r.items(), new Reply.NotStarted(), now, date))
        .toList();
  }

  /** A claimant vanished with these on the wire: nobody read an answer. */
  List<Step> abandoned(List<Claimed> claimed) {
    var now = machineClock.now();
    var date = eventClock.now();
    return claimed.stream()
        .map(
            one ->
                conclusion.of(one, one.notification().openItems(), new Reply.NoAnswer(), now, date))
        .toList();
  }

  /**
   * Sends, and returns what became of each.
   *
   * @param asOf until when everyone's word was heard before the check
   * @param until no mail starts later: the claim must outlive its answer
   */
  List<Step> send(List<Ready> batch, Connection connection, Instant asOf, Instant until) {
    var steps = new ArrayList<Step>(batch.size());
    for (var ready : batch) {
      var date = eventClock.now();
      var inTime = gate.isFresh(asOf) && machineClock.now().isBefore(until);
      if (!inTime || !ready.mayStart(date)) {
        // Claimed again at once, and checked anew: it may be late by now, or taken back.
        steps.add(Step.of(ready.claimed(), new Step.Then.Release()));
        continue;
      }
      var reply = send(ready, connection, date);
      steps.add(conclusion.of(ready.claimed(), ready.items(), reply, machineClock.now(), date));
    }
    return steps;
  }

  /** One mail that goes wrong must not leave those before it in doubt. */
  private Reply send(Ready ready, Connection connection, Instant date) {
    Mail mail;
    try {
      mail = renderer.render(ready.content(), date);
    } catch (RuntimeException e) { // tried again until its window closes
      log.error("Notification {} cannot be rendered.", ready.claimed().id(), e);
      return new Reply.NotStarted();
    }
    try {
      return connection.send(mail);
    } catch (RuntimeException e) { // nobody knows how far it came
      log.error("Notification {} ended early on the wire.", ready.claimed().id(), e);
      connection.close();
      return new Reply.NoAnswer();
    }
  }
}
