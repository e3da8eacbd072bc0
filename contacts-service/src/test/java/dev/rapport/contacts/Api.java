package dev.rapport.contacts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The service as a client with one token sees it. */
public final class Api {

  /** A status and a body. */
  public record Answer(int status, JsonNode body) {

    public String text(String field) {
      return body.path(field).asString("");
    }

    /** The problem's slug. */
    public String problem() {
      return text("type").replace("urn:rapport:problem:", "");
    }

    public List<JsonNode> items(String field) {
      return body.path(field).valueStream().toList();
    }
  }

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final int port;
  private final String token;

  Api(int port, String token) {
    this.port = port;
    this.token = token;
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  public Answer put(String path, Object body) {
    return send("PUT", path, body);
  }

  public Answer post(String path, Object body) {
    return send("POST", path, body);
  }

  private Answer send(String method, String path, @Nullable Object body) {
    var publisher =
        body == null
            ? BodyPublishers.noBody()
            : BodyPublishers.ofString(
                body instanceof String text ? text : JSON.writeValueAsString(body));
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, publisher)
            .build();
    try {
      var response = HTTP.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(
          response.statusCode(),
          response.body().isEmpty()
              ? JsonNodeFactory.instance.nullNode()
              : JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Puts an identifier into a path. */
  public static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A report of somebody named. */
  public static Map<String, Object> met(String key, String reporter, String contact, Instant at) {
    return report(key, reporter, "contact", contact, at);
  }

  /** A report of a badge. */
  public static Map<String, Object> scanned(String key, String reporter, String badge, Instant at) {
    return report(key, reporter, "badge", badge, at);
  }

  private static Map<String, Object> report(
      String key, String reporter, String target, String whom, Instant at) {
    var report = new LinkedHashMap<String, Object>();
    report.put("key", key);
    report.put("reporter", reporter);
    report.put(target, whom);
    report.put("how", "faceToFace");
    report.put("at", at.toString());
    return report;
  }
}
