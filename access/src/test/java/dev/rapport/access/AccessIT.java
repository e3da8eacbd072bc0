package dev.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.local.Issuer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** One operation behind the real doors: a real server, a real issuer, tokens really checked. */
@SpringBootTest(
    classes = AccessIT.House.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.application.name=access",
      "spring.config.import=classpath:access-defaults.properties"
    })
class AccessIT {

  private static final Issuer ISSUER = Issuer.start();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @LocalServerPort private int port;

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import(Room.class)
  static class House {}

  @RestController
  static class Room {

    record Note(String text) {}

    @PostMapping("/notes")
    Note note(Caller caller, @RequestBody Note note) {
      caller.mustBePlatform();
      return new Note(caller.scopes() + ": " + note.text());
    }
  }

  @DynamicPropertySource
  static void issuer(DynamicPropertyRegistry properties) {
    properties.add(
        "spring.security.oauth2.resourceserver.jwt.issuer-uri", () -> ISSUER.uri().toString());
  }

  @AfterAll
  static void stop() {
    ISSUER.close();
  }

  @Test
  void a_token_of_the_issuer_for_this_audience_opens() throws Exception {
    var answer = post(token(Map.of()), BodyPublishers.ofString("{\"text\": \"hello\"}"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("[platform]: hello");
  }

  @Test
  void whoever_looks_from_inside_the_container_learns_whether_the_service_is_ready()
      throws Exception {
    assertThat(Ready.isReady(port)).isTrue();
    try (var nobody = new ServerSocket(0)) {
      int free = nobody.getLocalPort();
      nobody.close();
      assertThat(Ready.isReady(free)).isFalse();
    }
  }

  /** Where there is one port for all. Another test has two. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/livez",
        "/readyz",
        "/actuator/health/liveness",
        "/actuator/health/readiness",
        "/actuator/prometheus"
      })
  void health_and_metrics_are_open_on_one_machine(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void the_api_description_names_operations_only() throws Exception {
    assertThat(get("/v3/api-docs").body())
        .contains("/notes")
        .doesNotContain("livez", "readyz", "actuator");
  }

  static Stream<Arguments> refusedTokens() {
    var good = token(Map.of()).split("\\.", -1);
    return Stream.of(
        Arguments.of("expired", token(Map.of("exp", Instant.now().minusSeconds(600)))),
        Arguments.of("not valid yet", token(Map.of("nbf", Instant.now().plusSeconds(600)))),
        Arguments.of("for another service", token(Map.of("aud", "another"))),
        Arguments.of("of another issuer", token(Map.of("iss", "https://issuer.example"))),
        Arguments.of("signed by another key", signedByAnother()),
        Arguments.of("altered", good[0] + "." + platformFor(good[1]) + "." + good[2]),
        Arguments.of(
            "unsigned", base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + good[1] + "."),
        Arguments.of("no token", "hello"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedTokens")
  void a_token_that_is_not_all_right_opens_nothing(String what, String token) throws Exception {
    var answer = post(token, BodyPublishers.ofString("{\"text\": \"hello\"}"));
    assertThat(answer.statusCode()).as(what).isEqualTo(401);
    assertThat(answer.body()).contains("urn:rapport:problem:no-valid-token");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
  }

  @Test
  void a_token_of_another_scope_is_told_so() throws Exception {
    var answer =
        post(token(Map.of("scope", "person", "person", "ada")), BodyPublishers.ofString("{}"));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("urn:rapport:problem:not-yours");
  }

  @Test
  void a_body_over_the_limit_is_413_announced_or_not() throws Exception {
    var body = ("{\"text\": \"" + "x".repeat(3 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);
    for (var publisher :
        new BodyPublisher[] {
          BodyPublishers.ofByteArray(body),
          BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
        }) {
      var answer = post(token(Map.of()), publisher);
      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.body()).contains("urn:rapport:problem:body-too-large");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/notes/%00", "/notes/%zz", "/notes/{raw}", "/notes/../../.."})
  void what_the_server_itself_refuses_is_a_problem_too(String path) throws Exception {
    try (var socket = new Socket("127.0.0.1", port)) {
      var request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer)
          .startsWith("HTTP/1.1 400")
          .contains("application/problem+json")
          .contains("urn:rapport:problem:not-http");
    }
  }

  private HttpResponse<String> post(String token, BodyPublisher body)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/notes"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(body)
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        BodyHandlers.ofString());
  }

  private static String token(Map<String, Object> otherwise) {
    var claims = new java.util.HashMap<String, Object>(Map.of("scope", "platform"));
    claims.putAll(otherwise);
    return ISSUER.token(claims);
  }

  /** All claims are right, and so is the key's name; the key is not. */
  private static String signedByAnother() {
    try (var other = Issuer.start()) {
      var claims = Map.of("scope", "platform", "iss", ISSUER.uri().toString());
      var forged = other.token(claims).split("\\.", -1);
      var header = token(Map.of()).split("\\.", -1)[0];
      return header + "." + forged[1] + "." + forged[2];
    }
  }

  private static String platformFor(String payload) {
    var claims = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    return base64(claims.replace("\"local\"", "\"other\""));
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
