package dev.rapport.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.rapport.local.process.Ports;
import dev.rapport.local.web.Answer;
import dev.rapport.local.web.Request;
import dev.rapport.local.web.WebServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * The local stack's own OpenID Connect issuer. Its key and its client's secret are made anew at
 * each start; it is for one machine, so whoever has the secret may ask for any scope.
 */
public final class Issuer implements AutoCloseable {
  private static final Duration VALID = Duration.ofHours(8);
  private static final String AUDIENCE = "rapport";
  private static final String CLIENT = "local";
  private static final Set<String> SCOPES = Set.of("platform", "organiser", "person");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Clock clock;
  private final RSAKey key;
  private final RSASSASigner signer;
  private final String secret;
  private final URI uri;
  private final WebServer web;

  private Issuer(Clock clock, WebServer web, URI uri, String secret) {
    this.clock = clock;
    this.web = web;
    this.uri = uri;
    this.secret = secret;
    try {
      key = new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
      signer = new RSASSASigner(key);
    } catch (JOSEException e) {
      throw new IllegalStateException("Every JDK can make an RSA key.", e);
    }
    web.page("/.well-known/openid-configuration", request -> configuration())
        .page("/jwks", request -> Answer.json(200, new JWKSet(key.toPublicJWK()).toString()))
        .page("/token", this::answer);
  }

  /** Starts one on a free port, on the system's clock. */
  public static Issuer start() {
    return start(Clock.systemUTC(), Ports.any());
  }

  public static Issuer start(Clock clock, int port) {
    var web = new WebServer(port);
    return new Issuer(clock, web, web.base(), UUID.randomUUID().toString());
  }

  /**
   * Starts one that is reached from outside, for a container of its own.
   *
   * @param uri by which the services reach it; their tokens name it, wherever they were fetched
   */
  static Issuer inContainer(int port, URI uri, String secret) {
    return new Issuer(Clock.systemUTC(), new WebServer(OnePart.EVERYWHERE, port), uri, secret);
  }

  /** What a resource server is told as its issuer-uri. */
  public URI uri() {
    return uri;
  }

  /** The secret of the client {@code local}. */
  public String secret() {
    return secret;
  }

  /**
   * A signed token, valid for eight hours.
   *
   * @param claims {@code scope} and whatever else; {@code aud}, {@code iss}, {@code exp} (an
   *     Instant) and the like may be given to make a token that must be refused
   */
  public String token(Map<String, ?> claims) {
    Instant now = clock.instant();
    var set =
        new JWTClaimsSet.Builder()
            .issuer(uri().toString())
            .subject(CLIENT)
            .audience(AUDIENCE)
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(VALID)));
    claims.forEach(
        (name, value) ->
            set.claim(name, value instanceof Instant instant ? Date.from(instant) : value));
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
    var token = new SignedJWT(header, set.build());
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("A token could not be signed.", e);
    }
    return token.serialize();
  }

  /** The command that fetches a platform's token. */
  public String howToGetAToken() {
    return "curl -s -u %s:%s -d grant_type=client_credentials -d scope=platform %s/token"
        .formatted(CLIENT, secret, uri());
  }

  @Override
  public void close() {
    web.close();
  }

  private Answer configuration() {
    String base = uri().toString();
    return Answer.json(
        200,
        JSON.writeValueAsString(
            Map.of(
                "issuer", base,
                "jwks_uri", base + "/jwks",
                "token_endpoint", base + "/token",
                "grant_types_supported", List.of("client_credentials"),
                "token_endpoint_auth_methods_supported",
                    List.of("client_secret_basic", "client_secret_post"),
                "response_types_supported", List.of("token"),
                "subject_types_supported", List.of("public"),
                "scopes_supported", SCOPES.stream().sorted().toList(),
                "id_token_signing_alg_values_supported", List.of("RS256"))));
  }

  private Answer answer(Request request) {
    if (!request.method().equals("POST")) {
      return Answer.json(405, "{\"error\":\"invalid_request\"}").with("Allow", "POST");
    }
    Map<String, String> form = request.form();
    if (!"client_credentials".equals(form.get("grant_type"))) {
      return Answer.json(400, "{\"error\":\"unsupported_grant_type\"}");
    }
    if (!knows(request)) {
      return Answer.json(401, "{\"error\":\"invalid_client\"}").with("WWW-Authenticate", "Basic");
    }
    String scope = form.getOrDefault("scope", "platform");
    String needed = form.getOrDefault(scope, "");
    if (!SCOPES.contains(scope) || (!scope.equals("platform") && needed.isBlank())) {
      return Answer.json(
          400,
          "{\"error\":\"invalid_scope\",\"error_description\":\"scope is platform,"
              + " organiser (with organiser=…) or person (with person=…)\"}");
    }
    Map<String, String> claims =
        scope.equals("platform") ? Map.of("scope", scope) : Map.of("scope", scope, scope, needed);
    return Answer.json(
        200,
        JSON.writeValueAsString(
            Map.of(
                "access_token",
                token(claims),
                "token_type",
                "Bearer",
                "expires_in",
                VALID.toSeconds(),
                "scope",
                scope)));
  }

  private boolean knows(Request request) {
    String authorization = request.header("Authorization");
    if (authorization != null) {
      String basic =
          Base64.getEncoder()
              .encodeToString((CLIENT + ":" + secret).getBytes(StandardCharsets.UTF_8));
      return authorization.equals("Basic " + basic);
    }
    return CLIENT.equals(request.form().get("client_id"))
        && secret.equals(request.form().get("client_secret"));
  }
}
