package dev.rapport.contacts;

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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The service's pages as a browser without JavaScript sees them. */
public final class Web {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final int port;
  private final @Nullable String cookie;

  Web(int port, @Nullable String cookie) {
    this.port = port;
    this.cookie = cookie;
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  /** Sends a form: names and values in turn. */
  public HttpResponse<String> post(String path, String... fields) {
    var pairs =
        Stream.iterate(0, i -> i < fields.length, i -> i + 2)
            .map(i -> encoded(fields[i]) + "=" + encoded(fields[i + 1]))
            .collect(Collectors.joining("&"));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(BodyPublishers.ofString(pairs)));
  }

  /** Sends a form with one file. */
  public HttpResponse<String> file(String path, byte[] file) {
    var head = "--cut\r\nContent-Disposition: form-data; name=\"book\"; filename=\"book\"\r\n\r\n";
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=cut")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(head),
                    BodyPublishers.ofByteArray(file),
                    BodyPublishers.ofString("\r\n--cut--\r\n"))));
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    return cookie == null ? request : request.header("Cookie", cookie);
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

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
