package dev.rapport.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Pages as a browser with one cookie and one language sees them. */
public record Visit(int port, String cookie, String language) {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  public Visit in(String other) {
    return new Visit(port, cookie, other);
  }

  public Visit with(String other) {
    return new Visit(port, other, language);
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET().build());
  }

  /** Sends a form of this origin's. */
  public HttpResponse<String> post(String path, String form) {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(BodyPublishers.ofString(form))
            .build());
  }

  public HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Accept-Language", language);
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  public static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
