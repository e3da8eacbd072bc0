package dev.rapport.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.jspecify.annotations.Nullable;

/** Stands before a server, sees what is asked of it, and can spoil an answer or two. */
final class Front {

  /** What happens to one request. */
  sealed interface Fault {

    /** The server does it; its answer is lost. */
    record LoseAnswer() implements Fault {}

    /** The server never hears of it. */
    record Answer(int status, Map<String, String> headers, String body) implements Fault {}

    /** The server never hears of it, and nobody answers. */
    record SayNothing() implements Fault {}
  }

  /** A request that came. */
  record Seen(String method, String path, String body) {}

  private record Spoiling(String method, String path, Fault fault) {}

  private static final Set<String> OWN =
      Set.of("connection", "content-length", "transfer-encoding", "keep-alive");

  private final HttpServer server;
  private final int behind;
  private final CloseableHttpClient client;
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final ConcurrentLinkedQueue<Spoiling> faults = new ConcurrentLinkedQueue<>();
  private final CountDownLatch never = new CountDownLatch(1);

  Front(int behind) {
    this.behind = behind;
    client =
        HttpClients.custom()
            .setConnectionReuseStrategy((request, response, context) -> false) // snac closes them
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableContentCompression()
            .build();
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
    server.start();
  }

  String name() {
    return "localhost:" + server.getAddress().getPort();
  }

  /** Spoils the next request of this method whose path has this part. */
  void spoil(String method, String path, Fault fault) {
    faults.add(new Spoiling(method, path, fault));
  }

  /** Returns how many requests came of this method whose path and body have these parts. */
  long count(String method, String path, String body) {
    return seen.stream()
        .filter(
            each ->
                each.method().equals(method)
                    && each.path().contains(path)
                    && each.body().contains(body))
        .count();
  }

  private void handle(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readAllBytes();
    var method = exchange.getRequestMethod();
    var path = exchange.getRequestURI().toString();
    seen.add(new Seen(method, path, new String(body, StandardCharsets.UTF_8)));
    switch (next(method, path)) {
      case Front.Fault.Answer(var status, var headers, var text) -> {
        headers.forEach(exchange.getResponseHeaders()::set);
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
          exchange.getResponseBody().write(bytes);
        }
      }
      case Front.Fault.SayNothing() -> sayNothing();
      case Front.Fault.LoseAnswer() -> forward(exchange, body, false);
      case null -> forward(exchange, body, true);
    }
    exchange.close();
  }

  private synchronized @Nullable Fault next(String method, String path) {
    for (var spoiling : faults) {
      if (spoiling.method().equals(method) && path.contains(spoiling.path())) {
        faults.remove(spoiling);
        return spoiling.fault();
      }
    }
    return null;
  }

  private void forward(HttpExchange exchange, byte[] body, boolean answer) throws IOException {
    var target = URI.create("http://127.0.0.1:" + behind + exchange.getRequestURI());
    var request = new HttpUriRequestBase(exchange.getRequestMethod(), target);
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.addHeader(name, value));
              }
            });
    if (body.length > 0) {
      request.setEntity(new ByteArrayEntity(body, null));
    }
    client.execute(
        request,
        response -> {
          var bytes =
              response.getEntity() == null
                  ? new byte[0]
                  : EntityUtils.toByteArray(response.getEntity());
          if (answer) {
            for (var header : response.getHeaders()) {
              if (!OWN.contains(header.getName().toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().add(header.getName(), header.getValue());
              }
            }
            exchange.sendResponseHeaders(response.getCode(), bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
              exchange.getResponseBody().write(bytes);
            }
          }
          return null;
        });
  }

  private void sayNothing() {
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
