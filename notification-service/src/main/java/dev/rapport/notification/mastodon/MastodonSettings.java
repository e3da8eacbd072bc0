package dev.rapport.notification.mastodon;

import java.util.Base64;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Mastodon accounts.
 *
 * @param keys each the Base64 of 32 random bytes: the first seals tokens, all open them, so that a
 *     new one is put first and an old one taken out when nothing is sealed by it any more. Without
 *     any, nobody can link an account
 * @param followsPerDay of one account, 1 to 400: Mastodon's own limit
 * @param allowLoopback whether servers on this machine may be linked, by http; for trying it out
 */
@ConfigurationProperties("rapport.mastodon")
record MastodonSettings(
    @DefaultValue List<String> keys,
    @DefaultValue("400") int followsPerDay,
    @DefaultValue("false") boolean allowLoopback) {

  MastodonSettings {
    if (!keys.stream().allMatch(MastodonSettings::fits)) {
      throw new IllegalArgumentException(
          "A key in rapport.mastodon.keys cannot be used; set the Base64 of 32 random bytes");
    }
    if (followsPerDay < 1 || followsPerDay > 400) {
      throw new IllegalArgumentException(
          "rapport.mastodon.follows-per-day is %d; set 1 to 400".formatted(followsPerDay));
    }
  }

  boolean isOn() {
    return !keys.isEmpty();
  }

  private static boolean fits(String key) {
    try {
      return Base64.getDecoder().decode(key).length == 32;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Keeps the keys out of logs. */
  @Override
  public String toString() {
    return "MastodonSettings[keys=%d, followsPerDay=%d, allowLoopback=%s]"
        .formatted(keys.size(), followsPerDay, allowLoopback);
  }
}
