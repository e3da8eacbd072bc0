package dev.rapport.messaging;

import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where event time stands and how fast it runs; the same for all services of an installation.
 *
 * @param machineAnchor a moment in machine time
 * @param eventAnchor what the event clock showed at that moment
 * @param speed event seconds per machine second, 1 in production, at most 1,000,000
 */
@ConfigurationProperties("rapport.time")
public record TimeSettings(
    @DefaultValue("1970-01-01T00:00:00Z") Instant machineAnchor,
    @DefaultValue("1970-01-01T00:00:00Z") Instant eventAnchor,
    @DefaultValue("1") double speed) {

  public TimeSettings {
    if (!(speed > 0 && speed <= 1_000_000)) {
      throw new IllegalArgumentException(
          "rapport.time.speed is %s; set event seconds per machine second, above 0 and at most 1000000"
              .formatted(speed));
    }
  }
}
