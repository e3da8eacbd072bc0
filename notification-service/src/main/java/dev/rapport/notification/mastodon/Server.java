package dev.rapport.notification.mastodon;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A server that somebody named: by https on its usual port, under a name and not an address.
 *
 * @param name in lower case; with a port only on this machine
 * @param here whether it is on this machine
 */
public record Server(String name, boolean here) {

  private static final Pattern PUBLIC =
      Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");
  private static final Pattern HERE = Pattern.compile("(?:localhost|127\\.0\\.0\\.1):\\d{1,5}");
  private static final int LONGEST = 253;

  /** Reads what people type: a name, an address of a page, a handle. Null when it is none. */
  static @Nullable Server of(String typed, boolean allowHere) {
    var name = typed.strip().toLowerCase(Locale.ROOT);
    name = name.startsWith("https://") ? name.substring(8) : name;
    name = name.startsWith("http://") ? name.substring(7) : name;
    name = name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
    name = name.substring(name.lastIndexOf('@') + 1);
    if (HERE.matcher(name).matches()) {
      return allowHere ? new Server(name, true) : null;
    }
    if (name.length() > LONGEST) {
      return null; // in letters, too, no name is longer
    }
    try {
      name = IDN.toASCII(name).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return null;
    }
    return name.length() <= LONGEST && PUBLIC.matcher(name).matches()
        ? new Server(name, false)
        : null;
  }

  /**
   * Returns an address on it.
   *
   * @param path with a slash in front, encoded
   */
  URI at(String path) {
    return URI.create((here ? "http://" : "https://") + name + path);
  }
}
