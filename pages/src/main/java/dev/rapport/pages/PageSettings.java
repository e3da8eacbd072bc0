package dev.rapport.pages;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a service's pages need. The first two are the service's own; operators set the last.
 *
 * @param assets the path under which this service serves styles and scripts, like {@code /a/assets}
 * @param templates the package of its compiled templates
 * @param keysUrl notification-service's public action keys, a JWK set
 */
@ConfigurationProperties("rapport.pages")
record PageSettings(@Nullable String assets, @Nullable String templates, @Nullable URI keysUrl) {

  PageSettings {
    if (assets == null || !assets.matches("(/[a-z0-9-]+)+")) {
      throw new IllegalArgumentException(
          "rapport.pages.assets is %s; set a path like /a/assets".formatted(assets));
    }
    if (templates == null || !templates.matches("[a-z.]+")) {
      throw new IllegalArgumentException(
          "rapport.pages.templates is %s; set the package of the service's templates"
              .formatted(templates));
    }
  }

  @Override
  public URI keysUrl() {
    if (keysUrl == null || !keysUrl.isAbsolute()) {
      throw new IllegalArgumentException(
          "rapport.pages.keys-url is %s; set the URL of notification-service's /.well-known/action-keys"
              .formatted(keysUrl));
    }
    return keysUrl;
  }
}
