package dev.rapport.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

    public long number(String pointer) {
      return body.at(pointer).asLong(-1);
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
  private final @Nullable String token;

  public Api(int port, @Nullable String token) {
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

  public Answer post(String path, @Nullable Object body) {
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
            .header("Content-Type", "application/json")
            .method(method, publisher);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      var response = HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
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
}
