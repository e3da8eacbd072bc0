package dev.rapport.notification.send;

import dev.rapport.notification.smtp.Connections;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The loop that claims what is due and spreads it over the free connections. It stands still unless
 * this service has heard everyone's last word on consent, and on holding, a moment ago.
 */
@Component
class Sender {

  private static final Logger log = LoggerFactory.getLogger(Sender.class);

  private static final Duration PATIENCE = Duration.ofMillis(100);

  private final Gate gate;
  private final Connections connections;
  private final Rounds rounds;
  private final Metrics metrics;
  private boolean still = true;

  Sender(Gate gate, Connections connections, Rounds rounds, Metrics metrics) {
    this.gate = gate;
    this.connections = connections;
    this.rounds = rounds;
    this.metrics = metrics;
  }

  /** One round of the loop; true when there was enough due for every free connection. */
  boolean round() {
    var asOf = gate.asOf();
    note(asOf == null);
    if (asOf == null) {
      return false;
    }
    var free = connections.take(PATIENCE);
    if (free.isEmpty()) {
      return false;
    }
    List<Rounds.Batch> batches;
    try {
      batches = rounds.batches(free.size());
    } catch (RuntimeException e) {
      connections.giveBack(free); // or a database that is away for a moment would end all sending
      throw e;
    }
    var used = Math.min(batches.size(), free.size());
    connections.giveBack(free.subList(used, free.size()));
    for (var i = 0; i < used; i++) {
      var batch = batches.get(i);
      connections.work(free.get(i), connection -> rounds.send(batch, connection, asOf));
    }
    // Claiming what has come due since then at once would send mails one by one, twice as dear.
    return used == free.size();
  }

  private void note(boolean now) {
    metrics.standsStill(now);
    if (now != still) {
      still = now;
      if (now) {
        log.warn("The sender stands still until people and events are read to their ends again.");
      } else {
        log.info("People and events are read to their ends; the sender goes on.");
      }
    }
  }
}
