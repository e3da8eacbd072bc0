package dev.rapport.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A platform's endpoint for invitations, with the faults that such things have. */
final class Platform {

  /** What it does with an invitation, after it has read and kept it. */
  enum Fault {
    /** Takes it: 204. */
    NONE,
    /** Hangs up without an answer. */
    HANG_UP,
    /** Never answers. */
    SAY_NOTHING,
    ERROR,
    GONE,
    BAD_REQUEST,
    /** 429, to be asked again in two seconds. */
    OUT_OF_TURN
  }

  /** A request as it came. */
  record Received(Map<String, List<String>> headers, String body) {

    String header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .findFirst()
          .orElseThrow()
          .getValue()
          .getFirst();
    }

    JsonNode json() {
      return JsonMapper.shared().readTree(body);
    }
  }

  private final HttpServer server;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Map<UUID, Fault> faults = new ConcurrentHashMap<>();
  private final CountDownLatch never = new CountDownLatch(1);

  Platform() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/invitations";
  }

  /** From now on this happens to the invitations of this follow-up. */
  void fault(UUID followUp, Fault fault) {
    faults.put(followUp, fault);
  }

  List<Received> received(UUID followUp) {
    return received.stream()
        .filter(each -> each.json().at("/data/followUp").asString("").equals(followUp.toString()))
        .toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var one = new Received(Map.copyOf(exchange.getRequestHeaders()), body);
    received.add(one);
    var followUp = UUID.fromString(one.json().at("/data/followUp").asString(""));
    switch (faults.getOrDefault(followUp, Fault.NONE)) {
      case NONE -> exchange.sendResponseHeaders(204, -1);
      case HANG_UP -> {}
      case SAY_NOTHING -> sayNothing();
      case ERROR -> exchange.sendResponseHeaders(500, -1);
      case GONE -> exchange.sendResponseHeaders(410, -1);
      case BAD_REQUEST -> exchange.sendResponseHeaders(400, -1);
      case OUT_OF_TURN -> {
        exchange.getResponseHeaders().set("Retry-After", "2");
        exchange.sendResponseHeaders(429, -1);
      }
    }
    exchange.close();
  }

  private void sayNothing() {
    try {
      Objects.requireNonNull(never).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
