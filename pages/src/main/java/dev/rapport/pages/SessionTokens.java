package dev.rapport.pages;

import com.nimbusds.jose.jwk.JWKSet;
import dev.rapport.access.ActionTokens;
import dev.rapport.access.ActionTokens.Refused;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Signs and reads sessions: JWTs (RFC 7519) of the audience {@code my}, signed with the keys of
 * action tokens. Neither can be taken for the other: an action token has no audience, a session no
 * action.
 */
public final class SessionTokens {

  /** The cookie that holds one. */
  public static final String COOKIE = "rapport";

  private static final String AUDIENCE = "my";

  private SessionTokens() {}

  /**
   * Signs a session.
   *
   * @param expires in machine time, to the second
   */
  public static String sign(ActionTokens.Signer signer, Visitor visitor, Instant expires) {
    return signer.sign(
        Map.of(
            "aud", AUDIENCE,
            "sub", visitor.person().toString(),
            "locale", visitor.language().tag(),
            "exp", expires.getEpochSecond()));
  }

  /**
   * Reads a session.
   *
   * @param now in machine time
   * @throws Refused if it was altered, is something else or has expired
   */
  static Visitor read(String text, JWKSet keys, Instant now) throws Refused {
    var claims = ActionTokens.claims(text, keys);
    if (!AUDIENCE.equals(claims.get("aud"))
        || !(claims.get("sub") instanceof String person)
        || !(claims.get("exp") instanceof Number expires)) {
      throw new Refused("this is no session", false);
    }
    if (!Instant.ofEpochSecond(expires.longValue()).isAfter(now)) {
      throw new Refused("the session has expired", true);
    }
    return new Visitor(UUID.fromString(person), Language.of(String.valueOf(claims.get("locale"))));
  }
}
