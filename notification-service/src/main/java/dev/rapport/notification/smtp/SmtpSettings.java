package dev.rapport.notification.smtp;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server.
 *
 * @param host its name; required
 * @param port its port, 1 to 65535
 * @param connections how many stay open, 1 to 64
 * @param timeout how long an answer may take, in machine time, 500 ms to 10 minutes; cut to 40 % of
 *     the claim's expiry, so that nobody else takes the mail meanwhile
 * @param tls {@code none}, {@code starttls} (required then) or {@code implicit}
 * @param hello what we call ourselves
 * @param user for AUTH; none without
 */
@ConfigurationProperties("rapport.smtp")
public record SmtpSettings(
    @Nullable String host,
    @DefaultValue("25") int port,
    @DefaultValue("8") int connections,
    @DefaultValue("20s") Duration timeout,
    @DefaultValue("none") Tls tls,
    @DefaultValue("localhost") String hello,
    @Nullable String user,
    @Nullable String password) {

  /** How the connection is protected. */
  public enum Tls {
    NONE,
    STARTTLS,
    IMPLICIT
  }

  public SmtpSettings {
    if (host == null || host.isBlank()) {
      throw new IllegalArgumentException(
          "rapport.smtp.host is missing; set the name of the mail server");
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("rapport.smtp.port is %d; set 1 to 65535".formatted(port));
    }
    if (connections < 1 || connections > 64) {
      throw new IllegalArgumentException(
          "rapport.smtp.connections is %d; set 1 to 64".formatted(connections));
    }
    if (timeout.compareTo(Duration.ofMillis(500)) < 0
        || timeout.compareTo(Duration.ofMinutes(10)) > 0) {
      throw new IllegalArgumentException(
          "rapport.smtp.timeout is %s; set 500ms to 10m".formatted(timeout));
    }
  }

  @Override
  public String toString() {
    return "SmtpSettings[host=%s, port=%d, connections=%d]".formatted(host, port, connections);
  }
}
