package dev.rapport.notification.mail;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses are written to a server. Stricter than RFC 5321: ASCII, no quoted parts, no
 * control characters, nothing that a server could read as a command (CVE-2025-7962 is that class).
 */
public final class Addresses {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*"
              + "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

  private Addresses() {}

  /** Whether mail can go there. */
  public static boolean isValid(@Nullable String address) {
    return address != null
        && address.length() <= 254
        && address.indexOf('@') <= 64
        && ADDRESS.matcher(address).matches();
  }
}
