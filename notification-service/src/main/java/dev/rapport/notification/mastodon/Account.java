package dev.rapport.notification.mastodon;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A linked account.
 *
 * @param handle user@server, as the server told us
 * @param credentials what opens it; null when it must be linked again
 * @param linkedAt in machine time
 * @param restUntil in machine time: the server wants to hear nothing for this account until then
 */
public record Account(
    UUID person,
    Server server,
    String handle,
    @Nullable Credentials credentials,
    Instant linkedAt,
    @Nullable Instant restUntil) {

  /** A token, and the registration by which it was got and can be given back. */
  public record Credentials(String token, String clientId, String clientSecret) {

    /** Keeps it out of logs. */
    @Override
    public String toString() {
      return "Credentials";
    }
  }

  /** Whether nothing may be sent for it now. */
  public boolean rests(Instant now) {
    return restUntil != null && now.isBefore(restUntil);
  }
}
