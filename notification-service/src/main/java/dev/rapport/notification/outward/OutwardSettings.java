package dev.rapport.notification.outward;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How social invitations are sent.
 *
 * @param threads how many at the same time, 1 to 64; mails have threads of their own
 * @param timeout how long a server may take for a call, in machine time, 500 ms to 1 minute; cut to
 *     a third of the claim's expiry, so that nobody else takes the invitation meanwhile
 * @param rest how long a server that keeps failing is left alone, in machine time, 100 ms to 1 hour
 */
@ConfigurationProperties("rapport.channels")
public record OutwardSettings(
    @DefaultValue("16") int threads,
    @DefaultValue("10s") Duration timeout,
    @DefaultValue("30s") Duration rest) {

  public OutwardSettings {
    if (threads < 1 || threads > 64) {
      throw new IllegalArgumentException(
          "rapport.channels.threads is %d; set 1 to 64".formatted(threads));
    }
    if (timeout.compareTo(Duration.ofMillis(500)) < 0
        || timeout.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException(
          "rapport.channels.timeout is %s; set 500ms to 1m".formatted(timeout));
    }
    if (rest.compareTo(Duration.ofMillis(100)) < 0 || rest.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException(
          "rapport.channels.rest is %s; set 100ms to 1h".formatted(rest));
    }
  }

  /** Returns how long a call may take, so that a claim outlives it. */
  public Duration timeoutWithin(Duration claimExpiry) {
    var most = claimExpiry.dividedBy(3);
    return timeout.compareTo(most) < 0 ? timeout : most;
  }
}
