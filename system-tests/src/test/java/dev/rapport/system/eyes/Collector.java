package dev.rapport.system.eyes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** Takes the spans that services export, as they come over the wire: OTLP, Protobuf over HTTP. */
final class Collector implements AutoCloseable {

  private static final String PATH = "/v1/traces";

  private final HttpServer server;
  private final List<String> taken = new CopyOnWriteArrayList<>();

  private Collector(HttpServer server) {
    this.server = server;
  }

  static Collector started() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      Collector collector = new Collector(server);
      server.createContext(PATH, collector::take);
      server.start();
      return collector;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where services send them. */
  String endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH).toString();
  }

  /** Whether a span of this trace has come whose name begins so. */
  boolean has(String trace, String name) {
    String id = bytes(HexFormat.of().parseHex(trace));
    // Of a span's fields, only other ids and flags stand between these two.
    Pattern span =
        Pattern.compile(Pattern.quote(id) + ".{0,60}?" + Pattern.quote(name), Pattern.DOTALL);
    return taken.stream().anyMatch(request -> span.matcher(request).find());
  }

  /** All that came, as text for searching. */
  String all() {
    return String.join("\n", taken);
  }

  /** A text as it stands in what came. */
  static String asSent(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String bytes(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private void take(HttpExchange exchange) throws IOException {
    taken.add(bytes(exchange.getRequestBody().readAllBytes()));
    exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
