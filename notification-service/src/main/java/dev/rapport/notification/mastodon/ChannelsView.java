package dev.rapport.notification.mastodon;

import dev.rapport.pages.Buttons;
import dev.rapport.pages.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What a person sees of their channels.
 *
 * @param on whether accounts can be linked here at all
 * @param handle of the linked account, or null
 * @param lost whether it must be linked again
 * @param typed what the person typed last, to be corrected
 */
public record ChannelsView(
    Texts texts, boolean on, @Nullable String handle, boolean lost, String typed) {

  static ChannelsView of(Texts texts, boolean on, @Nullable Account account, String typed) {
    return account == null
        ? new ChannelsView(texts, on, null, false, typed)
        : new ChannelsView(texts, on, account.handle(), account.credentials() == null, typed);
  }

  /** A sentence. */
  public String text(String key) {
    return texts.get(key);
  }

  /** Whether an account may be named. */
  public boolean form() {
    return on && (handle == null || lost);
  }

  /** The button that unlinks. */
  public Buttons unlink() {
    return Buttons.about("mastodon")
        .to(Linking.RETURN + "/unlink")
        .button("unlink", "1", text("mastodon.unlink"));
  }
}
