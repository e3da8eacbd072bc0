package dev.rapport.notification.send;

import dev.rapport.notification.store.Step;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What an operator watches: attempts and answers by result, and whether the sender stands still.
 */
@Component
class Metrics {

  private final MeterRegistry registry;
  private final AtomicInteger standingStill = new AtomicInteger();

  Metrics(MeterRegistry registry) {
    this.registry = registry;
    Gauge.builder("rapport.sending.standing.still", standingStill, AtomicInteger::get)
        .description("1 while no mail may start because person-changed is not read to its end")
        .register(registry);
  }

  void standsStill(boolean still) {
    standingStill.set(still ? 1 : 0);
  }

  private void attempted(@Nullable String channel, String result) {
    if (channel == null) {
      registry.counter("rapport.mail.attempts", "result", result).increment();
    } else {
      registry
          .counter("rapport.channel.attempts", "channel", channel, "result", result)
          .increment();
    }
  }

  void count(Collection<Step> steps) {
    for (var step : steps) {
      var attempt = step.attempt();
      if (attempt != null) {
        attempted(attempt.channel(), attempt.result());
      } else if (step.then() instanceof Step.Then.Defer) {
        attempted(null, "unreachable"); // an invitation's has its attempt
      }
      step.answers()
          .values()
          .forEach(
              result ->
                  registry.counter("rapport.items.answered", "result", result.word()).increment());
    }
  }
}
