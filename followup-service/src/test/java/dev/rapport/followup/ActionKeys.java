package dev.rapport.followup;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.Ed25519Signer;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.sun.net.httpserver.HttpServer;
import dev.rapport.access.ActionToken;
import dev.rapport.access.ActionTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** The key set that notification-service publishes, and links signed with it. */
final class ActionKeys {

  private final OctetKeyPair key = ActionTokens.newKey();
  private final HttpServer server;

  private ActionKeys(HttpServer server) {
    this.server = server;
  }

  static ActionKeys start() {
    try {
      var loopback = InetAddress.getLoopbackAddress();
      var keys = new ActionKeys(HttpServer.create(new InetSocketAddress(loopback, 0), 0));
      keys.server.createContext(
          "/.well-known/action-keys",
          exchange -> {
            var set = new JWKSet(keys.key.toPublicJWK()).toString(true);
            var body = set.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
              out.write(body);
            }
          });
      keys.server.start();
      return keys;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/.well-known/action-keys";
  }

  /** The cookie of somebody who has opened their pages in this language. */
  String cookie(UUID person, String locale) {
    var until = Clock.systemUTC().instant().plusSeconds(28_800).getEpochSecond();
    var claims =
        Map.<String, Object>of(
            "aud", "my", "sub", person.toString(), "locale", locale, "exp", until);
    var header = new JWSHeader.Builder(JWSAlgorithm.Ed25519).keyID(key.getKeyID()).build();
    try {
      var session = new JWSObject(header, new Payload(claims));
      session.sign(new Ed25519Signer(key));
      return "rapport=" + session.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  String link(ActionToken token) {
    return "/a/" + new ActionTokens.Signer(key).sign(token);
  }
}
