package dev.rapport.local.origin;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.rapport.local.process.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OriginIT {
  private final HttpClient http = HttpClient.newHttpClient();
  private final CountDownLatch firstRead = new CountDownLatch(1);

  private HttpServer plan;
  private Origin origin;

  @BeforeEach
  void start() throws IOException {
    plan = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    plan.createContext(
        "/my/plan",
        exchange -> {
          String said =
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Host")
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          byte[] body = said.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Set-Cookie", "rapport=x");
          exchange.sendResponseHeaders(303, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    plan.createContext("/my/plan/stream", this::stream);
    plan.setExecutor(task -> Thread.ofVirtual().start(task));
    plan.start();
    var base = URI.create("http://127.0.0.1:" + plan.getAddress().getPort());
    var nobody = URI.create("http://127.0.0.1:" + Ports.any());
    origin =
        Origin.start(
            Ports.any(), new Routes(Map.of("/my/plan", () -> base, "/my/contacts", () -> nobody)));
  }

  /** The second event is not sent before the first has been read at the other end. */
  private void stream(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().write("data: one\n\n".getBytes(StandardCharsets.UTF_8));
    exchange.getResponseBody().flush();
    try {
      assertThat(firstRead.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.getResponseBody().write("data: two\n\n".getBytes(StandardCharsets.UTF_8));
    exchange.close();
  }

  @AfterEach
  void stop() {
    origin.close();
    plan.stop(0);
  }

  @Test
  void a_request_goes_on_as_it_came_and_so_does_the_answer() throws Exception {
    var form =
        request("/my/plan/goals?event=a%2Fb").POST(HttpRequest.BodyPublishers.ofString("x=1"));
    var answer = http.send(form.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Set-Cookie")).hasValue("rapport=x");
    assertThat(answer.body())
        .isEqualTo("POST /my/plan/goals?event=a%2Fb 127.0.0.1:" + origin.base().getPort() + " x=1");
  }

  @Test
  void events_come_through_while_they_are_sent() throws Exception {
    var answer = http.send(request("/my/plan/stream").build(), BodyHandlers.ofLines());
    var lines = answer.body().iterator();
    assertThat(lines.next()).isEqualTo("data: one");
    firstRead.countDown();
    assertThat(lines.next()).isEmpty();
    assertThat(lines.next()).isEqualTo("data: two");
  }

  @Test
  void a_service_that_is_down_is_told_in_the_readers_language() throws Exception {
    var english = get("/my/contacts", "en");
    assertThat(english.statusCode()).isEqualTo(503);
    assertThat(english.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(english.body()).contains("Please try again in a moment");
    assertThat(get("/my/contacts/data", "de-AT").body()).contains("gerade nicht erreichbar");
  }

  @Test
  void a_path_that_is_nobodys_is_not_found() throws Exception {
    assertThat(get("/my/planets", "en").statusCode()).isEqualTo(404);
    assertThat(get("/people", "en").statusCode()).isEqualTo(404);
  }

  @Test
  void the_start_leads_to_the_mails() throws Exception {
    assertThat(get("/", "en").headers().firstValue("Location").orElseThrow()).endsWith("/mail");
  }

  private HttpResponse<String> get(String path, String language) throws Exception {
    return http.send(
        request(path).header("Accept-Language", language).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(origin.base().resolve(path));
  }
}
