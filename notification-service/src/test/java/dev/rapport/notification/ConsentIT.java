package dev.rapport.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.notification.Stage.Someone;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who took a yes back, unsubscribed or was erased gets no mail; what happened can be read. */
class ConsentIT extends RunningService {

  private static final Duration DAYS = Duration.ofDays(3);

  @LocalServerPort int port;

  private final HttpClient http = HttpClient.newHttpClient();

  private HttpResponse<String> call(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private HttpRequest.Builder as(Map<String, String> claims, String path) {
    return to(path).header("Authorization", "Bearer " + ISSUER.token(claims));
  }

  private HttpRequest.Builder platform(String path) {
    return as(Map.of("scope", "platform"), path);
  }

  private JsonNode json(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body());
  }

  private void waitingAsk(Stage.Ask ask) {
    stage.ask(ask, 1, Stage.event(Duration.ofSeconds(4)), DAYS);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> call(platform("/notifications/" + ask.notification())).statusCode() == 200);
  }

  private String unsubscribeLink(Someone who) {
    var header = Stage.MAIL.receivedBy(who.address()).getFirst().header("List-Unsubscribe");
    assertThat(header).startsWith("<https://notify.example/u/").endsWith(">");
    return header.substring("<https://notify.example".length(), header.length() - 1);
  }

  @Test
  void a_recipient_who_takes_the_yes_back_gets_no_mail() {
    var ben = stage.person("Ben");
    var ask = Stage.invite(ben, stage.person("Ada"));
    waitingAsk(ask);
    stage.say(ben, "Ben", 2, true, false);
    Stage.awaitAnswer(ask.followUp(), "suppressed");
    assertThat(Stage.MAIL.receivedBy(ben.address())).isEmpty();
  }

  @Test
  void an_owner_who_takes_the_yes_back_is_not_written_for() {
    var ada = stage.person("Ada");
    var ask = Stage.invite(stage.person("Ben"), ada);
    waitingAsk(ask);
    stage.say(ada, "Ada", 2, false, true);
    Stage.awaitAnswer(ask.followUp(), "suppressed");
    assertThat(Stage.MAIL.receivedBy(ask.recipient().address())).isEmpty();
  }

  @Test
  void looking_at_the_unsubscribe_page_does_nothing_and_one_click_does() {
    var ben = stage.person("Ben");
    var first = Stage.invite(ben, stage.person("Ada"));
    stage.ask(first);
    Stage.awaitAnswer(first.followUp(), "delivered");
    var link = unsubscribeLink(ben);

    var page = call(to(link));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<form method=\"post\">");
    var second = Stage.invite(ben, stage.person("Cora"));
    stage.ask(second);
    Stage.awaitAnswer(second.followUp(), "delivered");

    var click = HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click");
    for (var i = 0; i < 2; i++) {
      var clicked =
          call(to(link).header("Content-Type", "application/x-www-form-urlencoded").POST(click));
      assertThat(clicked.statusCode()).isEqualTo(200);
    }
    var third = Stage.invite(ben, stage.person("Dora"));
    stage.ask(third);
    Stage.awaitAnswer(third.followUp(), "suppressed");
    assertThat(Stage.MAIL.receivedBy(ben.address())).hasSize(2);
  }

  @Test
  void an_unsubscribe_link_that_was_altered_opens_nothing() {
    var ben = stage.person("Ben");
    var ask = Stage.invite(ben, stage.person("Ada"));
    stage.ask(ask);
    Stage.awaitAnswer(ask.followUp(), "delivered");
    var link = unsubscribeLink(ben);
    var altered = link.substring(0, link.length() - 2) + (link.endsWith("AA") ? "BB" : "AA");
    for (var broken : new String[] {altered, "/u/x", "/u/a.b.c"}) {
      assertThat(call(to(broken)).statusCode()).isEqualTo(404);
      assertThat(call(to(broken).POST(HttpRequest.BodyPublishers.noBody())).statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void the_erased_get_no_mail_and_leave_no_words_behind() {
    var ben = stage.person("Ben");
    var sent = Stage.invite(ben, stage.person("Ada"));
    stage.ask(sent);
    Stage.awaitAnswer(sent.followUp(), "delivered");
    var waiting = Stage.invite(ben, stage.person("Cora"));
    waitingAsk(waiting);
    Stage.BROKER.say("person-changed", ben.id(), null, 3);
    Stage.awaitAnswer(waiting.followUp(), "suppressed");
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(Stage.BROKER.values("person-erased"))
                    .anySatisfy(
                        said -> {
                          assertThat(said.get("person").asString()).isEqualTo(ben.id().toString());
                          assertThat(said.get("service").asString()).isEqualTo("notification");
                          assertThat(said.get("rev").asInt()).isEqualTo(3);
                        }));
    assertThat(Stage.MAIL.receivedBy(ben.address())).hasSize(1);
    var log = json(call(platform("/notifications/" + sent.notification())));
    assertThat(log.get("attempts").get(0).has("text")).isFalse();
    assertThat(log.get("attempts").get(0).get("code").asInt()).isEqualTo(250);
    // An older word that is read again does not bring anybody back.
    stage.say(ben, "Ben", 2, true, true);
    var late = Stage.invite(ben, stage.person("Dora"));
    stage.ask(late);
    Stage.awaitAnswer(late.followUp(), "suppressed");
  }

  @Test
  void the_log_says_who_got_it_when_and_what_the_server_said() {
    var ben = stage.person("Ben");
    var ask = Stage.invite(ben, stage.person("Ada"));
    stage.ask(ask);
    Stage.awaitAnswer(ask.followUp(), "delivered");
    var log = json(call(platform("/notifications/" + ask.notification())));
    assertThat(log.get("recipient").asString()).isEqualTo(ben.id().toString());
    assertThat(log.get("state").asString()).isEqualTo("settled");
    assertThat(log.get("messageId").asString())
        .isEqualTo("<" + ask.notification() + "@pycon.example>");
    assertThat(log.get("inDoubt").asInt()).isZero();
    assertThat(log.get("items").get(0).get("result").asString()).isEqualTo("delivered");
    var attempt = log.get("attempts").get(0);
    assertThat(attempt.get("text").asString()).isEqualTo("250 2.0.0 Queued as 4711");
    assertThat(attempt.get("items").get(0).asString()).isEqualTo(ask.followUp().toString());

    var own = as(Map.of("scope", "person", "person", ben.externalId()), path(ben));
    assertThat(json(call(own)).get("items")).hasSize(1);
  }

  private static String path(Someone who) {
    return "/people/" + who.externalId() + "/notifications";
  }

  @Test
  void only_whose_log_it_is_may_read_it() {
    var ben = stage.person("Ben");
    var other = as(Map.of("scope", "person", "person", "somebody"), path(ben));
    assertThat(call(other).statusCode()).isEqualTo(403);
    assertThat(call(to(path(ben))).statusCode()).isEqualTo(401);
    var one = "/notifications/" + UUID.randomUUID();
    assertThat(call(as(Map.of("scope", "organiser", "organiser", "acme"), one)).statusCode())
        .isEqualTo(403);
    assertThat(call(platform(one)).statusCode()).isEqualTo(404);
    assertThat(call(platform("/notifications/none")).statusCode()).isEqualTo(400);
    assertThat(call(platform(path(ben) + "?limit=0")).statusCode()).isEqualTo(422);
    assertThat(call(platform(path(ben) + "?cursor=x")).statusCode()).isEqualTo(422);
  }

  @Test
  void keys_are_published_without_a_token_and_rotated_by_the_platform_alone() {
    var before = json(call(to("/.well-known/action-keys"))).get("keys");
    assertThat(before.get(0).get("kty").asString()).isEqualTo("OKP");
    assertThat(before.get(0).has("d")).isFalse();
    var nobody = to("/action-keys").POST(HttpRequest.BodyPublishers.noBody());
    assertThat(call(nobody).statusCode()).isEqualTo(401);
    var rotated = call(platform("/action-keys").POST(HttpRequest.BodyPublishers.noBody()));
    assertThat(rotated.statusCode()).isEqualTo(201);
    assertThat(json(call(to("/.well-known/action-keys"))).get("keys")).hasSize(before.size() + 1);
  }
}
