package dev.rapport.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.Ed25519Signer;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.OctetKeyPairGenerator;
import dev.rapport.local.process.Ports;
import dev.rapport.local.web.Answer;
import dev.rapport.local.web.WebServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Stands for notification-service in another service's tests of its pages: publishes keys, and
 * makes sessions signed with them. Needs the runtime of module {@code access}.
 */
public final class PageSessions implements AutoCloseable {
  private static final Duration VALID = Duration.ofHours(8);

  private final OctetKeyPair key;
  private final WebServer web;

  private PageSessions(int port) {
    try {
      key = new OctetKeyPairGenerator(Curve.Ed25519).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("Ed25519 keys need tink on the class path", e);
    }
    var published = new JWKSet(key.toPublicJWK()).toString(true);
    web = new WebServer(port).page("/keys", request -> Answer.json(200, published));
  }

  /** Starts one on a free port. */
  public static PageSessions start() {
    return new PageSessions(Ports.any());
  }

  /** What a service is told as {@code rapport.pages.keys-url}. */
  public String keysUrl() {
    return web.base() + "/keys";
  }

  /** The header {@code Cookie} of somebody who has opened their pages in this language. */
  public String cookie(UUID person, String locale) {
    var expires = Clock.systemUTC().instant().plus(VALID).getEpochSecond();
    return "rapport="
        + signed(Map.of("aud", "my", "sub", person.toString(), "locale", locale, "exp", expires));
  }

  /**
   * The token of a link in a mail to somebody.
   *
   * @param action what it opens, like {@code welcome}
   * @param expires in event time
   */
  public String link(UUID recipient, String action, String purpose, Instant expires) {
    return signed(
        Map.of(
            "nid", UUID.randomUUID().toString(),
            "sub", recipient.toString(),
            "act", action,
            "pur", purpose,
            "exp", expires.getEpochSecond()));
  }

  private String signed(Map<String, Object> claims) {
    var header = new JWSHeader.Builder(JWSAlgorithm.Ed25519).keyID(key.getKeyID()).build();
    try {
      var jws = new JWSObject(header, new Payload(claims));
      jws.sign(new Ed25519Signer(key));
      return jws.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("A session could not be signed", e);
    }
  }

  @Override
  public void close() {
    web.close();
  }
}
