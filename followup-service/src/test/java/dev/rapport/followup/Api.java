package dev.rapport.followup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The service as a client with one token, or with a link, sees it. */
record Api(int port, String token) {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** A status and a JSON body. */
  record Answer(int status, JsonNode body) {

    String text(String field) {
      return body.path(field).asString("");
    }

    String problem() {
      return text("type").replace("urn:rapport:problem:", "");
    }
  }

  Answer get(String path) {
    return json(send(request(path).GET()));
  }

  Answer post(String path) {
    return json(send(request(path).POST(BodyPublishers.noBody())));
  }

  Answer post(String path, Object body) {
    var json = BodyPublishers.ofString(Broker.JSON.writeValueAsString(body));
    return json(send(request(path).header("Content-Type", "application/json").POST(json)));
  }

  Answer put(String path, Object body) {
    var json = BodyPublishers.ofString(Broker.JSON.writeValueAsString(body));
    return json(send(request(path).header("Content-Type", "application/json").PUT(json)));
  }

  Answer delete(String path) {
    return json(send(request(path).DELETE()));
  }

  /** Opens a page without a token, as a mail's reader does. */
  HttpResponse<String> open(String path) {
    return send(HttpRequest.newBuilder(uri(path)).GET());
  }

  /** Opens a page of somebody's own with their session. */
  HttpResponse<String> open(String path, String cookie) {
    return send(HttpRequest.newBuilder(uri(path)).header("Cookie", cookie).GET());
  }

  /** Sends a form of a page of somebody's own, as a browser does. */
  HttpResponse<String> submit(String path, String cookie, Map<String, String> form) {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Cookie", cookie)
            .header("Sec-Fetch-Site", "same-origin")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(form))));
  }

  /** Sends a page's form. */
  HttpResponse<String> submit(String path, Map<String, String> form) {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(form))));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token);
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(e -> e.getKey() + "=" + encoded(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Answer json(HttpResponse<String> response) {
    var body = response.body();
    return new Answer(response.statusCode(), Broker.JSON.readTree(body.isEmpty() ? "{}" : body));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
