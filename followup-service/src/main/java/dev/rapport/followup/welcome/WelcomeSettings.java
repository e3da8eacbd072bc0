package dev.rapport.followup.welcome;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When attendees are welcomed.
 *
 * @param within how long before an event's start the earliest goes out, in event time; 1 hour to a
 *     year
 */
@ConfigurationProperties("rapport.welcome")
record WelcomeSettings(@DefaultValue("14d") Duration within) {

  private static final Duration LEAST = Duration.ofHours(1);
  private static final Duration MOST = Duration.ofDays(365);

  WelcomeSettings {
    if (within.compareTo(LEAST) < 0 || within.compareTo(MOST) > 0) {
      throw new IllegalArgumentException(
          "rapport.welcome.within is %s; set a duration between %s and %s"
              .formatted(within, LEAST, MOST));
    }
  }
}
