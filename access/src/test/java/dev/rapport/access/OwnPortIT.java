package dev.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.local.Issuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Metrics and health at a port of their own, as on a cluster: strangers learn up or down. */
@SpringBootTest(
    classes = AccessIT.House.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.application.name=access",
      "spring.config.import=classpath:access-defaults.properties",
      "management.server.port=0"
    })
class OwnPortIT {

  private static final Issuer ISSUER = Issuer.start();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @LocalServerPort private int port;
  @LocalManagementPort private int inside;

  @DynamicPropertySource
  static void issuer(DynamicPropertyRegistry properties) {
    properties.add(
        "spring.security.oauth2.resourceserver.jwt.issuer-uri", () -> ISSUER.uri().toString());
  }

  @AfterAll
  static void stop() {
    ISSUER.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/livez", "/readyz"})
  void strangers_learn_up_or_down_and_nothing_else(String path) throws Exception {
    var answer = get(port, path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
  }

  @Test
  void whoever_looks_from_inside_the_container_still_learns_whether_it_is_ready() {
    assertThat(Ready.isReady(port)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator",
        "/actuator/health",
        "/actuator/health/readiness",
        "/actuator/prometheus"
      })
  void there_is_no_actuator_where_strangers_come(String path) throws Exception {
    var answer = get(port, path);
    assertThat(answer.statusCode()).isIn(401, 404);
    assertThat(answer.body()).contains("urn:rapport:problem:").doesNotContain("status\":\"UP");
  }

  @Test
  void metrics_and_health_are_at_the_other_port_without_a_token() throws Exception {
    assertThat(inside).isNotEqualTo(port);
    var metrics = get(inside, "/actuator/prometheus");
    assertThat(metrics.statusCode()).isEqualTo(200);
    assertThat(metrics.body()).contains("jvm_memory_used_bytes");
    assertThat(get(inside, "/actuator/health/readiness").statusCode()).isEqualTo(200);
  }

  @Test
  void operations_are_not_at_the_other_port() throws Exception {
    assertThat(get(inside, "/notes").statusCode()).isIn(401, 404);
    assertThat(get(inside, "/v3/api-docs").statusCode()).isEqualTo(404);
  }

  @Test
  void the_api_description_does_not_name_them() throws Exception {
    assertThat(get(port, "/v3/api-docs").body()).contains("/notes").doesNotContain("livez");
  }

  private static HttpResponse<String> get(int port, String path)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        BodyHandlers.ofString());
  }
}
