package dev.rapport.notification.mastodon;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Somebody's name on a server, without a leading at sign. */
public record Handle(String user, String server) {

  private static final Pattern FORM =
      Pattern.compile("@?([A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?)@([^@\\s/]{1,253})");

  /** Reads user@server; null when it is none. */
  public static @Nullable Handle of(@Nullable String text) {
    var match = text == null ? null : FORM.matcher(text.strip());
    return match != null && match.matches()
        ? new Handle(match.group(1), match.group(2).toLowerCase(Locale.ROOT))
        : null;
  }

  /**
   * Whether a server means this handle.
   *
   * @param acct as the server shows it: without a server's name for its own accounts
   * @param own that server's name
   */
  public boolean is(String acct, String own) {
    return acct.equalsIgnoreCase(toString())
        || (acct.equalsIgnoreCase(user) && server.equalsIgnoreCase(own));
  }

  @Override
  public String toString() {
    return user + "@" + server;
  }
}
