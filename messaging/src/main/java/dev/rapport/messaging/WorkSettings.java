package dev.rapport.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the loops of a service pace themselves, all in machine time.
 *
 * @param poll the pause of an idle loop, 10 ms to 1 minute
 * @param claimExpiry after which an unfinished claim is up for others, 1 s to 1 hour
 * @param retryAfter after which an unanswered message is repeated, 500 ms to 1 hour
 */
@ConfigurationProperties("rapport")
public record WorkSettings(
    @DefaultValue("1s") Duration poll,
    @DefaultValue("60s") Duration claimExpiry,
    @DefaultValue("30s") Duration retryAfter) {

  public WorkSettings {
    within("rapport.poll", poll, Duration.ofMillis(10), Duration.ofMinutes(1));
    within("rapport.claim-expiry", claimExpiry, Duration.ofSeconds(1), Duration.ofHours(1));
    within("rapport.retry-after", retryAfter, Duration.ofMillis(500), Duration.ofHours(1));
  }

  private static void within(String name, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "%s is %s; set a duration between %s and %s".formatted(name, value, least, most));
    }
  }
}
