package dev.rapport.notification.key;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where links lead.
 *
 * @param answers the base URL under which recipients reach followup-service's pages
 * @param contacts the base URL under which they reach contacts-service's pages; {@code answers}
 *     when absent: one origin
 * @param own the base URL under which they reach this service's pages; its host ends Message-IDs
 */
@ConfigurationProperties("rapport.links")
record LinkSettings(@Nullable String answers, @Nullable String contacts, @Nullable String own) {

  LinkSettings {
    check("answers", answers);
    contacts = contacts == null ? answers : contacts;
    check("contacts", contacts);
    check("own", own);
  }

  /** The host of this service's pages. */
  String host() {
    return URI.create(Objects.requireNonNull(own)).getHost();
  }

  boolean isSecure() {
    return Objects.requireNonNull(own).startsWith("https:");
  }

  private static void check(String name, @Nullable String base) {
    var fits =
        base != null
            && base.matches("https?://[A-Za-z0-9.:/_~\\[\\]-]+[^/]")
            && URI.create(base).getHost() != null;
    if (!fits) {
      throw new IllegalArgumentException(
          "rapport.links.%s is missing or no base URL; set one like https://rapport.example, without a slash at its end"
              .formatted(name));
    }
  }
}
