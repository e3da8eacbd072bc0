package dev.rapport.system.eyes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.local.Service;
import dev.rapport.local.Stack;
import dev.rapport.local.process.Child;
import dev.rapport.local.process.Ports;
import dev.rapport.local.process.Scratch;
import dev.rapport.local.process.SetupFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Prometheus that scrapes a stack's services and judges the alerts. */
final class Prometheus implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Child child;
  private final URI base;
  private final Instant began;

  private Prometheus(Child child, URI base, Instant began) {
    this.child = child;
    this.base = base;
    this.began = began;
  }

  /** Where a program of Prometheus is. */
  static String program(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new SetupFailure(
                    name + " was not found; install it (on Debian: apt-get install prometheus)."))
        .toString();
  }

  static Prometheus watching(Stack stack, Path rules) {
    Path folder = Scratch.folder("prometheus");
    int port = Ports.any();
    Path settings = write(folder.resolve("prometheus.yaml"), settings(stack, rules));
    List<String> command =
        List.of(
            program("prometheus"),
            "--config.file=" + settings,
            "--storage.tsdb.path=" + folder.resolve("data"),
            "--web.listen-address=127.0.0.1:" + port,
            "--log.level=warn");
    Child child =
        new Child(
            "prometheus",
            command,
            Map.of(),
            stack.logs().resolve("prometheus.log"),
            System.err::println);
    child.start();
    URI base = URI.create("http://127.0.0.1:" + port);
    Prometheus prometheus = new Prometheus(child, base, Instant.now());
    // A busy machine may answer one scrape late, but not each.
    await()
        .atMost(Duration.ofMinutes(2))
        .ignoreException(UncheckedIOException.class)
        .untilAsserted(
            () ->
                assertThat(prometheus.now("max_over_time(up[2m]) == 1"))
                    .as(() -> "services that were scraped; of " + prometheus.targets())
                    .hasSize(Service.values().length));
    return prometheus;
  }

  private static String settings(Stack stack, Path rules) {
    List<String> lines = new ArrayList<>();
    lines.add("global: {scrape_interval: 5s, evaluation_interval: 5s}");
    lines.add("rule_files: ['" + rules + "']");
    lines.add("scrape_configs:");
    for (Service service : Service.values()) {
      lines.add("- job_name: " + service.artifact());
      lines.add("  metrics_path: /actuator/prometheus");
      lines.add("  static_configs: [{targets: ['" + stack.base(service).getAuthority() + "']}]");
    }
    return String.join("\n", lines) + "\n";
  }

  private static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The series that a query finds now. */
  JsonNode now(String query) {
    return get("/api/v1/query?query=" + encoded(query)).path("data").path("result");
  }

  private JsonNode targets() {
    return get("/api/v1/targets").path("data").path("activeTargets");
  }

  /** Whether a query has found a number at any moment since the start. */
  boolean hasFound(String query) {
    String range =
        "/api/v1/query_range?query=%s&start=%d&end=%d&step=2"
            .formatted(encoded(query), began.getEpochSecond(), Instant.now().getEpochSecond());
    for (JsonNode series : get(range).path("data").path("result")) {
      for (JsonNode sample : series.path("values")) {
        if (!"NaN".equals(sample.path(1).asString())) {
          return true;
        }
      }
    }
    return false;
  }

  /** All rules, with how their last judgement went. */
  List<JsonNode> rules() {
    List<JsonNode> rules = new ArrayList<>();
    for (JsonNode group : get("/api/v1/rules").path("data").path("groups")) {
      group.path("rules").forEach(rules::add);
    }
    return rules;
  }

  private JsonNode get(String path) {
    try {
      String body =
          http.send(
                  HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString())
              .body();
      JsonNode answer = JSON.readTree(body);
      if (!"success".equals(answer.path("status").asString())) {
        throw new IllegalStateException("Prometheus refuses " + path + ": " + body);
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    child.kill();
  }
}
