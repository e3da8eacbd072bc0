package dev.rapport.events.organise;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the organiser's page is.
 *
 * @param origin the one origin of all pages, like {@code https://follow.example}; without it links
 *     are answered as paths
 */
@ConfigurationProperties("rapport.organise")
record OrganiseSettings(@Nullable URI origin) {

  OrganiseSettings {
    if (origin != null && (!origin.isAbsolute() || !origin.getRawPath().isEmpty())) {
      throw new IllegalArgumentException(
          "rapport.organise.origin is %s; set an origin like https://follow.example"
              .formatted(origin));
    }
  }

  String url(String path) {
    return origin == null ? path : origin + path;
  }

  boolean isSecure() {
    return origin != null && "https".equals(origin.getScheme());
  }
}
