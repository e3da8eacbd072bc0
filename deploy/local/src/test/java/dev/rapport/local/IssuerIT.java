package dev.rapport.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.rapport.local.process.Ports;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IssuerIT {
  private final Issuer issuer = Issuer.start();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    issuer.close();
  }

  @Test
  void a_token_carries_its_claims_and_is_proven_by_the_published_key() throws Exception {
    var token = SignedJWT.parse(issuer.token(Map.of("scope", "organiser", "organiser", "acme")));
    assertThat(provenByPublishedKey(token)).isTrue();
    assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("rapport");
    assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo(issuer.uri().toString());
    assertThat(token.getJWTClaimsSet().getStringClaim("organiser")).isEqualTo("acme");
  }

  @Test
  void a_token_that_must_be_refused_can_be_made() throws Exception {
    var expired = SignedJWT.parse(issuer.token(Map.of("exp", Instant.EPOCH, "aud", "other")));
    assertThat(expired.getJWTClaimsSet().getExpirationTime()).isEqualTo(Instant.EPOCH);
    assertThat(expired.getJWTClaimsSet().getAudience()).containsExactly("other");
  }

  @Test
  void the_local_client_is_given_a_token_over_http() throws Exception {
    var answer =
        post(
            "grant_type=client_credentials&client_id=local&scope=person&person=anna%40x&client_secret="
                + issuer.secret());
    assertThat(answer.statusCode()).isEqualTo(200);
    var token =
        SignedJWT.parse(
            JsonMapper.shared().readTree(answer.body()).get("access_token").stringValue());
    assertThat(provenByPublishedKey(token)).isTrue();
    assertThat(token.getJWTClaimsSet().getStringClaim("person")).isEqualTo("anna@x");
  }

  @Test
  void in_a_container_its_tokens_name_it_as_the_services_know_it() throws Exception {
    int port = Ports.any();
    URI known = URI.create("http://issuer:8090");
    try (var inside = Issuer.inContainer(port, known, "a secret from outside")) {
      assertThat(inside.secret()).isEqualTo("a secret from outside");
      var token = SignedJWT.parse(inside.token(Map.of("scope", "platform")));
      assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("http://issuer:8090");
      var published = get("http://127.0.0.1:" + port + "/.well-known/openid-configuration");
      assertThat(published.get("jwks_uri").stringValue()).isEqualTo("http://issuer:8090/jwks");
    }
  }

  @Test
  void nobody_else_is_given_one() throws Exception {
    assertThat(post("grant_type=client_credentials&client_id=local&client_secret=x").statusCode())
        .isEqualTo(401);
    assertThat(post("grant_type=password").statusCode()).isEqualTo(400);
    assertThat(
            post("grant_type=client_credentials&scope=person&client_id=local&client_secret="
                    + issuer.secret())
                .body())
        .contains("person=");
  }

  private boolean provenByPublishedKey(SignedJWT token) throws Exception {
    JsonNode configuration = get(issuer.uri() + "/.well-known/openid-configuration");
    var keys = JWKSet.parse(get(configuration.get("jwks_uri").stringValue()).toString());
    var key = keys.getKeyByKeyId(token.getHeader().getKeyID());
    return token.verify(new RSASSAVerifier(key.toRSAKey()));
  }

  private JsonNode get(String address) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(address)).build();
    return JsonMapper.shared().readTree(http.send(request, BodyHandlers.ofString()).body());
  }

  private HttpResponse<String> post(String form) throws Exception {
    var request =
        HttpRequest.newBuilder(issuer.uri().resolve("/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }
}
