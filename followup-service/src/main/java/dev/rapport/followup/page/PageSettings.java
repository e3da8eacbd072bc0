package dev.rapport.followup.page;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the pages' links are signed.
 *
 * @param keysUrl notification-service's public action keys, a JWK set
 */
@ConfigurationProperties("rapport.answers")
record PageSettings(@Nullable URI keysUrl) {

  PageSettings {
    if (keysUrl == null || !keysUrl.isAbsolute()) {
      throw new IllegalArgumentException(
          "rapport.answers.keys-url is %s; set the URL of notification-service's /.well-known/action-keys"
              .formatted(keysUrl));
    }
  }

  @Override
  public URI keysUrl() {
    if (keysUrl == null) {
      throw new IllegalStateException("rapport.answers.keys-url is missing");
    }
    return keysUrl;
  }
}
