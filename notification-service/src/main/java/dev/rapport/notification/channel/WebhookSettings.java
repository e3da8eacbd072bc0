package dev.rapport.notification.channel;

import java.net.URI;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The platform's own endpoint for invitations.
 *
 * @param url where they are posted to, by https; by http only on this machine. Without one the
 *     channel is not there
 * @param secrets each {@code whsec_} and the Base64 of 24 to 64 bytes; all of them sign, so that a
 *     new one can be added before the old one is taken out
 */
@ConfigurationProperties("rapport.webhook")
record WebhookSettings(@Nullable URI url, @DefaultValue List<String> secrets) {

  private static final String PREFIX = "whsec_";

  WebhookSettings {
    if (url != null) {
      check(url);
      if (secrets.isEmpty()) {
        throw new IllegalArgumentException(
            "rapport.webhook.secrets is missing; set one that starts with whsec_");
      }
    }
    if (secrets.size() > 5) {
      throw new IllegalArgumentException("rapport.webhook.secrets are too many; set at most 5");
    }
    secrets.forEach(WebhookSettings::check);
  }

  private static void check(URI url) {
    var host = url.getHost();
    var here = host != null && (host.equals("localhost") || host.equals("127.0.0.1"));
    if (host == null
        || url.getUserInfo() != null
        || !("https".equals(url.getScheme()) || ("http".equals(url.getScheme()) && here))) {
      throw new IllegalArgumentException(
          "rapport.webhook.url is no address that can be posted to; set one like https://platform.example/invitations");
    }
  }

  private static void check(String secret) {
    if (!secret.startsWith(PREFIX) || !fits(secret.substring(PREFIX.length()))) {
      throw new IllegalArgumentException(
          "A secret in rapport.webhook.secrets cannot be used; set whsec_ and the Base64 of 24 to 64 random bytes");
    }
  }

  private static boolean fits(String encoded) {
    try {
      var length = Base64.getDecoder().decode(encoded).length;
      return length >= 24 && length <= 64;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Keeps the secrets out of logs. */
  @Override
  public String toString() {
    return "WebhookSettings[url=%s, secrets=%d]".formatted(url, secrets.size());
  }
}
