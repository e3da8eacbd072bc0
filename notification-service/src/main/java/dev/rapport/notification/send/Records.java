package dev.rapport.notification.send;

import dev.rapport.messaging.Outbox;
import dev.rapport.messaging.Trails;
import dev.rapport.notification.store.Step;
import dev.rapport.notification.store.Wire;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes what was found out, and says what is answered. */
@Component
class Records {

  private final Wire wire;
  private final Outbox outbox;
  private final Metrics metrics;
  private final Trails trails;

  Records(Wire wire, Outbox outbox, Metrics metrics, Trails trails) {
    this.trails = trails;
    this.wire = wire;
    this.outbox = outbox;
    this.metrics = metrics;
  }

  void write(List<Step> steps) {
    wire.write(steps);
    metrics.count(steps);
    steps.forEach(this::follow);
    outbox.send(
        steps.stream()
            .filter(step -> !step.answers().isEmpty())
            .map(step -> step.claimed().id())
            .toList());
  }

  private void follow(Step step) {
    var attempt = step.attempt();
    if (attempt != null) {
      var way = attempt.channel() == null ? "mail" : "invitation";
      trails.reached(way + " " + attempt.result(), step.claimed().id(), step.claimed().traces());
    }
  }
}
