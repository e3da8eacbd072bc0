package dev.rapport.messaging;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The installation's secret.
 *
 * @param key what all ids are derived under: at least 32 characters, the same for all services,
 *     never rotated; guard it like the data
 */
@ConfigurationProperties("rapport.installation")
record InstallationSettings(@Nullable String key) {

  InstallationSettings {
    if (key == null || key.length() < 32) {
      throw new IllegalArgumentException(
          "rapport.installation.key is missing or short; set the same secret of at least 32 characters for all services");
    }
  }

  @Override
  public String toString() {
    return "InstallationSettings[key=…]";
  }
}
