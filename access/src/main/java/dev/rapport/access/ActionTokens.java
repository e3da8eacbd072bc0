package dev.rapport.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.Ed25519Signer;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.OctetKeyPairGenerator;
import java.text.ParseException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Signs and reads action tokens, and what else the same keys sign: compact JWS with Ed25519 (RFC
 * 8037), which is deterministic, so that a mail sent again carries the same links.
 */
public final class ActionTokens {

  /** A token that opens nothing; the reason is for the page. */
  public static final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean expired;

    /** Takes the reason, and whether it once opened something. */
    public Refused(String reason, boolean expired) {
      super(reason);
      this.expired = expired;
    }

    /** Whether it once opened something. */
    public boolean expired() {
      return expired;
    }
  }

  private ActionTokens() {}

  /** Makes a new signing key with an id of its own; keep the private part with the signer. */
  public static OctetKeyPair newKey() {
    try {
      return new OctetKeyPairGenerator(Curve.Ed25519)
          .keyID(UUID.randomUUID().toString())
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("No Ed25519 key can be made with this Java runtime", e);
    }
  }

  /**
   * Signs with one private key, for any number of threads. Keep it: making one costs as much as a
   * signature.
   */
  public static final class Signer {

    private final JWSHeader header;
    private final Ed25519Signer signer;

    public Signer(OctetKeyPair key) {
      header = new JWSHeader.Builder(JWSAlgorithm.Ed25519).keyID(key.getKeyID()).build();
      try {
        signer = new Ed25519Signer(key);
      } catch (JOSEException e) {
        throw new IllegalStateException("The key of action tokens cannot sign", e);
      }
    }

    /** Signs a token; the same token is the same text each time. */
    public String sign(ActionToken token) {
      return sign(
          Map.of(
              "nid", token.notification().toString(),
              "sub", token.recipient().toString(),
              "act", token.action(),
              "pur", token.purpose(),
              "exp", token.expires().getEpochSecond()));
    }

    /** Signs any claims; the same ones are the same text each time. */
    public String sign(Map<String, Object> claims) {
      try {
        // A sorted copy: the same token is the same text.
        var jws = new JWSObject(header, new Payload(new java.util.TreeMap<>(claims)));
        jws.sign(signer);
        return jws.serialize();
      } catch (JOSEException e) {
        throw new IllegalStateException("A token could not be signed", e);
      }
    }
  }

  /**
   * Reads a token.
   *
   * @param keys the public keys that may have signed it
   * @param now in event time
   * @throws Refused if it was altered, was signed by another key or has expired
   */
  public static ActionToken read(String text, JWKSet keys, Instant now) throws Refused {
    ActionToken token;
    try {
      token = token(claims(text, keys));
    } catch (RuntimeException e) {
      throw new Refused("the link is not whole", false);
    }
    if (token.expires().isBefore(now)) {
      throw new Refused("the link has expired", true);
    }
    return token;
  }

  /**
   * Reads what was signed, whatever it is; the caller judges the claims, and whether they expired.
   *
   * @param keys the public keys that may have signed it
   * @throws Refused if it was altered or was signed by another key
   */
  public static Map<String, Object> claims(String text, JWKSet keys) throws Refused {
    try {
      var jws = JWSObject.parse(text);
      var key = keys.getKeyByKeyId(jws.getHeader().getKeyID());
      if (!(key instanceof OctetKeyPair pair)
          || !jws.verify(new Ed25519Verifier(pair.toPublicJWK()))) {
        throw new Refused("the link was not made by us, or was altered", false);
      }
      return java.util.Objects.requireNonNull(jws.getPayload().toJSONObject());
    } catch (ParseException | JOSEException | RuntimeException e) {
      throw new Refused("the link is not whole", false);
    }
  }

  private static ActionToken token(Map<String, Object> claims) {
    return new ActionToken(
        UUID.fromString(String.valueOf(claims.get("nid"))),
        UUID.fromString(String.valueOf(claims.get("sub"))),
        String.valueOf(claims.get("act")),
        String.valueOf(claims.get("pur")),
        Instant.ofEpochSecond(Long.parseLong(String.valueOf(claims.get("exp")))));
  }
}
