package dev.rapport.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import dev.rapport.notification.Stage.Someone;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who took a yes back, unsubscribed or was erased gets no mail; what happened can be read. */
class ConsentIT extends RunningService {

  private static final Duration DAYS = Duration.ofDays(3);

  @LocalServerPort int port;
  @Autowired MongoDatabase database;

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
    stage.awaitHearing();
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
  void after_a_change_of_address_the_next_mail_goes_to_the_new_one() {
    var ben = stage.person("Ben");
    var first = Stage.invite(ben, stage.person("Ada"));
    stage.ask(first);
    Stage.awaitAnswer(first.followUp(), "delivered");
    var second = Stage.invite(ben, stage.person("Cora"));
    waitingAsk(second);
    var moved = ben.at("new-" + ben.address());
    stage.say(moved, "Ben", 2, true, true);
    Stage.awaitAnswer(second.followUp(), "delivered");
    assertThat(Stage.MAIL.receivedBy(ben.address())).hasSize(1);
    assertThat(Stage.MAIL.receivedBy(moved.address())).hasSize(1);
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
    assertThat(page.body()).contains("<form method=\"post\" action=\"?\"");
    var second = Stage.invite(ben, stage.person("Cora"));
    stage.ask(second);
    Stage.awaitAnswer(second.followUp(), "delivered");

    for (var i = 0; i < 2; i++) {
      assertThat(post(link).statusCode()).isEqualTo(200);
    }
    var third = Stage.invite(ben, stage.person("Dora"));
    stage.ask(third);
    Stage.awaitAnswer(third.followUp(), "suppressed");
    assertThat(Stage.MAIL.receivedBy(ben.address())).hasSize(2);
  }

  @Test
  void whoever_changes_their_mind_gets_mails_again() {
    var ben = stage.person("Ben");
    var first = Stage.invite(ben, stage.person("Ada"));
    stage.ask(first);
    Stage.awaitAnswer(first.followUp(), "delivered");
    var link = unsubscribeLink(ben);
    post(link);
    assertThat(call(to(link)).body()).contains("name=\"again\"");

    var again = HttpRequest.BodyPublishers.ofString("again=1");
    var page =
        call(to(link).header("Content-Type", "application/x-www-form-urlencoded").POST(again));
    assertThat(page.body()).contains("name=\"stop\"");
    var second = Stage.invite(ben, stage.person("Cora"));
    stage.ask(second);
    Stage.awaitAnswer(second.followUp(), "delivered");
  }

  @Test
  void whoever_wants_no_welcomes_gets_none_and_needs_no_consent_for_the_first() {
    var ben = Stage.unheard();
    stage.say(ben, "Ben", 1, false, false);
    var first = Stage.welcome(ben);
    stage.ask(first);
    Stage.awaitAnswer(first.followUp(), "delivered");
    assertThat(post(unsubscribeLink(ben)).statusCode()).isEqualTo(200);
    var second = Stage.welcome(ben);
    stage.ask(second);
    Stage.awaitAnswer(second.followUp(), "suppressed");
    assertThat(Stage.MAIL.receivedBy(ben.address())).hasSize(1);
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
  void unsubscribing_from_lists_leaves_invites_alone() {
    var ben = stage.person("Ben");
    var first = Stage.list(ben, stage.person("Ada"));
    stage.ask(first);
    Stage.awaitAnswer(first.followUp(), "delivered");
    assertThat(post(unsubscribeLink(ben)).statusCode()).isEqualTo(200);
    var second = Stage.list(ben, stage.person("Cora"));
    stage.ask(second);
    Stage.awaitAnswer(second.followUp(), "suppressed");
    var invite = Stage.invite(ben, stage.person("Cora"));
    stage.ask(invite);
    Stage.awaitAnswer(invite.followUp(), "delivered");
  }

  @Test
  void an_unsubscribe_link_of_more_than_a_year_ago_has_expired() {
    var ben = stage.person("Ben");
    var ask = Stage.invite(ben, stage.person("Ada")).on(LocalDate.parse("2020-02-29"));
    stage.ask(ask);
    Stage.awaitAnswer(ask.followUp(), "delivered");
    var link = unsubscribeLink(ben);
    assertThat(call(to(link)).statusCode()).isEqualTo(410);
    assertThat(post(link).body()).contains("This link has expired");
    var next = Stage.invite(ben, stage.person("Cora"));
    stage.ask(next);
    Stage.awaitAnswer(next.followUp(), "delivered");
  }

  @Test
  void the_unsubscribe_page_speaks_the_language_of_the_mail() {
    var german = Stage.unheard();
    stage.say(german, "Jürgen", "de-AT", 1, true, true);
    var ask = Stage.invite(german, stage.person("Ada"));
    stage.ask(ask);
    Stage.awaitAnswer(ask.followUp(), "delivered");
    var link = unsubscribeLink(german);
    assertThat(call(to(link)).body()).contains("<html lang=\"de\">", "Diese Mails beenden");
    assertThat(post(link).body()).contains("Sie erhalten keine solchen Mails mehr.");
    assertThat(call(to("/u/x").header("Accept-Language", "de-DE,en;q=0.5")).body())
        .contains("Dieser Link öffnet nichts");
  }

  private HttpResponse<String> post(String link) {
    var click = HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click");
    return call(to(link).header("Content-Type", "application/x-www-form-urlencoded").POST(click));
  }

  @Test
  void the_unsubscribe_link_of_the_erased_opens_nothing_and_leaves_nothing() {
    var ben = stage.person("Ben");
    var ask = Stage.invite(ben, stage.person("Ada"));
    stage.ask(ask);
    Stage.awaitAnswer(ask.followUp(), "delivered");
    Stage.BROKER.say("person-changed", ben.id(), null, 2);
    awaitErased(ben, 2);
    assertThat(call(to(unsubscribeLink(ben))).statusCode()).isEqualTo(410);
    assertThat(post(unsubscribeLink(ben)).statusCode()).isEqualTo(410);
    assertThat(
            database
                .getCollection("suppressions")
                .countDocuments(Filters.eq("recipient", ben.id())))
        .isZero();
    var log = call(platform(path(ben)));
    assertThat(log.statusCode()).isEqualTo(410);
    assertThat(log.body()).contains("urn:rapport:problem:person-erased");
  }

  private static void awaitErased(Someone who, int rev) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(Stage.BROKER.values("person-erased"))
                    .anySatisfy(
                        said -> {
                          assertThat(said.get("person").asString()).isEqualTo(who.id().toString());
                          assertThat(said.get("service").asString()).isEqualTo("notification");
                          assertThat(said.get("rev").asInt()).isEqualTo(rev);
                        }));
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
    awaitErased(ben, 3);
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
        .isEqualTo("<" + ask.notification() + "@notify.example>");
    assertThat(log.get("inDoubt").asInt()).isZero();
    assertThat(log.get("items").get(0).get("result").asString()).isEqualTo("delivered");
    var attempt = log.get("attempts").get(0);
    assertThat(attempt.get("text").asString()).isEqualTo("250 2.0.0 Queued as 4711");
    assertThat(attempt.get("items").get(0).asString()).isEqualTo(ask.followUp().toString());

    var own = as(Map.of("scope", "person", "person", ben.externalId()), path(ben));
    assertThat(json(call(own)).get("items")).hasSize(1);
  }

  @Test
  void a_walk_along_the_cursors_meets_every_notification_once() {
    var ben = stage.person("Ben");
    var sent = new HashSet<String>();
    for (var name : List.of("Ada", "Cora", "Dora", "Emma", "Finn")) {
      var ask = Stage.invite(ben, stage.person(name));
      stage.ask(ask);
      Stage.awaitAnswer(ask.followUp(), "delivered");
      sent.add(ask.notification().toString());
    }
    var seen = new ArrayList<String>();
    var pages = new ArrayList<Integer>();
    for (var next = path(ben) + "?limit=2"; !next.isEmpty(); ) {
      var page = json(call(platform(next)));
      page.get("items").forEach(one -> seen.add(one.get("id").asString()));
      pages.add(page.get("items").size());
      next = page.has("next") ? path(ben) + "?limit=2&cursor=" + page.get("next").asString() : "";
    }
    assertThat(pages).containsExactly(2, 2, 1);
    assertThat(seen).containsExactlyInAnyOrderElementsOf(sent);
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
