package dev.rapport.notification.mastodon;

import dev.rapport.pages.Texts;
import java.net.URI;

/**
 * The way to a person's server. A link, and not a redirect: browsers keep forms from leading to
 * other sites, and the person sees where they go.
 */
public record GoOnView(Texts texts, String server, URI page) {

  /** A sentence. */
  public String text(String key) {
    return texts.get(key, server);
  }
}
