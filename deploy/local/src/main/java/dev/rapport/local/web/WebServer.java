package dev.rapport.local.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.function.Function;

/** The JDK's HTTP server, on 127.0.0.1 unless it is told otherwise. */
public final class WebServer implements AutoCloseable {
  private final HttpServer server;
  private final int port;

  /** Listens at once; a request for which there is no page is answered 404. */
  public WebServer(int port) {
    this(InetAddress.getLoopbackAddress(), port);
  }

  public WebServer(InetAddress address, int port) {
    this.port = port;
    try {
      server = HttpServer.create(new InetSocketAddress(address, port), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(task -> Thread.ofVirtual().name("web-" + port).start(task));
    server.start();
  }

  /** Answers everything below a path. */
  public WebServer page(String path, Function<Request, Answer> page) {
    server.createContext(path, exchange -> serve(exchange, page));
    return this;
  }

  /** {@code http://127.0.0.1:port}, without a slash at its end. */
  public URI base() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static void serve(HttpExchange exchange, Function<Request, Answer> page)
      throws IOException {
    try (exchange) {
      Answer answer = page.apply(Request.of(exchange));
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] body = answer.body();
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
