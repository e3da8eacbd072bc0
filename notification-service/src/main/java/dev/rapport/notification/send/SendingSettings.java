package dev.rapport.notification.send;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who gets mail at all.
 *
 * @param mode {@code live}, {@code allow-list} or {@code dry-run}; there is no default, so that
 *     nobody's first test mails thousands
 * @param allowList addresses and domains that get mail in the mode allow-list
 * @param caughtUpWithin how long ago, in machine time, this service must have heard everyone's last
 *     word on consent; 2 to 10 seconds, because a withdrawal must hold within ten
 */
@ConfigurationProperties("rapport.sending")
public record SendingSettings(
    @Nullable Mode mode,
    @DefaultValue List<String> allowList,
    @DefaultValue("8s") Duration caughtUpWithin) {

  /** Who gets mail. */
  public enum Mode {
    LIVE,
    ALLOW_LIST,
    DRY_RUN
  }

  public SendingSettings {
    if (mode == null) {
      throw new IllegalArgumentException(
          "rapport.sending.mode is missing; set live, allow-list or dry-run");
    }
    if (caughtUpWithin.compareTo(Duration.ofSeconds(2)) < 0
        || caughtUpWithin.compareTo(Duration.ofSeconds(10)) > 0) {
      throw new IllegalArgumentException(
          "rapport.sending.caught-up-within is %s; set 2s to 10s".formatted(caughtUpWithin));
    }
    allowList = allowList.stream().map(entry -> entry.toLowerCase(Locale.ROOT)).toList();
  }

  /** Whether this address may get mail. */
  public boolean allows(String address) {
    if (mode == Mode.ALLOW_LIST) {
      var lower = address.toLowerCase(Locale.ROOT);
      return allowList.contains(lower)
          || allowList.contains(lower.substring(lower.indexOf('@') + 1));
    }
    return mode == Mode.LIVE;
  }
}
