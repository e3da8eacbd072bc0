package dev.rapport.notification.send;

import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.WorkSettings;
import dev.rapport.notification.smtp.Connection;
import dev.rapport.notification.store.Claimed;
import dev.rapport.notification.store.Step;
import dev.rapport.notification.store.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What happens to a claim: checked, marked as on the wire in one write, sent, answered in one. */
@Component
class Rounds {

  private static final Logger log = LoggerFactory.getLogger(Rounds.class);

  /** How many mails of one connection may be in doubt after a crash. */
  private static final int MOST = 32;

  /** So few that spreading them further would not be faster. */
  private static final int FEW = 16;

  private final Wire wire;
  private final Records records;
  private final Inspection inspection;
  private final Delivery delivery;
  private final MachineClock clock;
  private final Duration claimExpiry;

  Rounds(
      Wire wire,
      Records records,
      Inspection inspection,
      Delivery delivery,
      MachineClock clock,
      WorkSettings settings) {
    this.wire = wire;
    this.records = records;
    this.inspection = inspection;
    this.delivery = delivery;
    this.clock = clock;
    this.claimExpiry = settings.claimExpiry();
  }

  /** A part of a claim; no mail of it starts after {@code until}, so that its answers fit in. */
  record Batch(List<Claimed> claimed, Instant until) {}

  /** Claims what is due, for this many connections. */
  List<Batch> batches(int connections) {
    var until = clock.now().plus(claimExpiry.dividedBy(2));
    var claimed = wire.claim(MOST * connections);
    var left = claimed.stream().filter(Claimed::onTheWire).toList();
    if (!left.isEmpty()) {
      log.warn(
          "{} mails were left on the wire by a sender that vanished; they are in doubt.",
          left.size());
      records.write(delivery.abandoned(left));
    }
    var fresh = claimed.stream().filter(one -> !one.onTheWire()).toList();
    var size = Math.clamp(-Math.floorDiv(-fresh.size(), connections), FEW, MOST);
    var batches = new ArrayList<Batch>();
    for (var from = 0; from < fresh.size(); from += size) {
      batches.add(new Batch(fresh.subList(from, Math.min(from + size, fresh.size())), until));
    }
    return batches;
  }

  /** Checks and sends a batch. */
  void send(Batch batch, Connection connection, Instant asOf) {
    var found = inspection.look(batch.claimed());
    records.write(found.steps());
    if (found.ready().isEmpty()) {
      return;
    }
    if (!connection.isReady()) {
      records.write(delivery.unreachable(found.ready()));
      return;
    }
    var onTheWire = wire.mark(found.ready().stream().map(Ready::claimed).toList());
    var steps = new ArrayList<Step>();
    var marked = new ArrayList<Ready>();
    for (var ready : found.ready()) {
      if (onTheWire.contains(ready.claimed().id())) {
        marked.add(ready);
      } else {
        steps.add(Step.of(ready.claimed(), new Step.Then.Release()));
      }
    }
    steps.addAll(delivery.send(marked, connection, asOf, batch.until()));
    records.write(steps);
  }
}
