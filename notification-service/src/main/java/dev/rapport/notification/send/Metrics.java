package dev.rapport.notification.send;

import dev.rapport.notification.channel.Channels;
import dev.rapport.notification.store.Attempt;
import dev.rapport.notification.store.Step;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * What an operator watches: attempts and answers by result, and whether the sender stands still.
 */
@Component
class Metrics {

  private static final String UNREACHABLE = "unreachable";
  private static final String UNTRIED = "untried";

  private final MeterRegistry registry;
  private final AtomicInteger standingStill = new AtomicInteger();

  /**
   * A counter that appears with its first value hides that one from every rate: all are 0 first.
   */
  Metrics(MeterRegistry registry, Channels channels) {
    this.registry = registry;
    mails(UNREACHABLE);
    channels.words().forEach(channel -> invitations(channel, UNTRIED));
    for (var result : Attempt.RESULTS) {
      mails(result);
      channels.words().forEach(channel -> invitations(channel, result));
    }
    Gauge.builder("rapport.sending.standing.still", standingStill, AtomicInteger::get)
        .description("1 while no mail may start because person-changed is not read to its end")
        .register(registry);
  }

  void standsStill(boolean still) {
    standingStill.set(still ? 1 : 0);
  }

  private Counter mails(String result) {
    return registry.counter("rapport.mail.attempts", "result", result);
  }

  private Counter invitations(String channel, String result) {
    return registry.counter("rapport.channel.attempts", "channel", channel, "result", result);
  }

  /** An invitation that nobody was asked about, because the server keeps failing. */
  void untried(String channel) {
    invitations(channel, UNTRIED).increment();
  }

  void count(Collection<Step> steps) {
    for (var step : steps) {
      var attempt = step.attempt();
      if (attempt != null) {
        var channel = attempt.channel();
        var attempts =
            channel == null ? mails(attempt.result()) : invitations(channel, attempt.result());
        attempts.increment();
      } else if (step.then() instanceof Step.Then.Defer) {
        mails(UNREACHABLE).increment(); // an invitation's has its attempt
      }
      step.answers()
          .values()
          .forEach(
              result ->
                  registry.counter("rapport.items.answered", "result", result.word()).increment());
    }
  }
}
