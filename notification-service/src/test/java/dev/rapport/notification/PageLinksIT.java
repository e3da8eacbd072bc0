package dev.rapport.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.rapport.notification.Stage.Someone;
import dev.rapport.pages.PageController;
import dev.rapport.pages.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.json.JsonMapper;

/** From a link to one's own pages, once and for a while. */
@Import(PageLinksIT.SomePage.class)
class PageLinksIT extends RunningService {

  @LocalServerPort int port;
  @Autowired MongoDatabase database;

  private final HttpClient http = HttpClient.newHttpClient();

  /** A page of one's own, as every service has some. */
  @TestConfiguration(proxyBeanMethods = false)
  @PageController
  static class SomePage {

    @GetMapping("/my/test")
    ResponseEntity<String> show(Visitor visitor) {
      return ResponseEntity.ok(visitor.language().tag() + " " + visitor.person());
    }

    @PostMapping("/my/test")
    ResponseEntity<String> act(Visitor visitor) {
      return ResponseEntity.ok("done");
    }
  }

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

  private HttpResponse<String> post(String path, String... form) {
    var fields = new StringBuilder();
    for (var i = 0; i < form.length; i += 2) {
      fields.append(form[i]).append('=');
      fields.append(URLEncoder.encode(form[i + 1], StandardCharsets.UTF_8)).append('&');
    }
    return call(
        to(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(fields.toString())));
  }

  private HttpResponse<String> ask(String person, Map<String, String> claims) {
    return call(
        to("/people/" + person + "/page-links")
            .header("Authorization", "Bearer " + ISSUER.token(claims))
            .POST(HttpRequest.BodyPublishers.noBody()));
  }

  private String linkOf(Someone who) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> platformAsks(who).statusCode() == 201);
    var url = JsonMapper.shared().readTree(platformAsks(who).body()).get("url").asString();
    assertThat(url).startsWith("https://notify.example/my/open/");
    return url.substring("https://notify.example".length());
  }

  private HttpResponse<String> platformAsks(Someone who) {
    return ask(who.externalId(), Map.of("scope", "platform"));
  }

  private static String cookie(HttpResponse<String> opened) {
    return opened.headers().firstValue("Set-Cookie").orElseThrow();
  }

  private HttpResponse<String> visit(String cookie) {
    return call(to("/my/test").header("Cookie", cookie.substring(0, cookie.indexOf(';'))));
  }

  @Test
  void a_link_opens_its_persons_pages_once_and_by_a_button_only() {
    var ben = stage.person("Ben");
    var link = linkOf(ben);
    for (var i = 0; i < 2; i++) {
      var shown = call(to(link));
      assertThat(shown.statusCode()).isEqualTo(200);
      assertThat(shown.body()).contains("Open my pages", "<form method=\"post\"");
      assertThat(shown.headers().firstValue("Set-Cookie")).isEmpty();
    }
    var opened = post(link);
    assertThat(opened.statusCode()).isEqualTo(303);
    assertThat(opened.headers().firstValue("Location")).hasValue("/my/follow-ups");
    assertThat(cookie(opened)).contains("HttpOnly", "SameSite=Lax", "Path=/", "Secure", "28800");
    assertThat(visit(cookie(opened)).body()).isEqualTo("en " + ben.id());

    assertThat(post(link).statusCode()).isEqualTo(410);
    assertThat(call(to(link)).statusCode()).isEqualTo(410);
    assertThat(call(to(link)).body()).contains("does not open anything any more");
  }

  @Test
  void the_secret_of_a_link_is_not_in_the_database() {
    var ben = stage.person("Ben");
    var link = linkOf(ben);
    for (var document : database.getCollection("pageLinks").find()) {
      assertThat(document.toJson()).doesNotContain(link.substring("/my/open/".length()));
    }
  }

  @Test
  void a_link_leads_to_these_pages_only() {
    var ben = stage.person("Ben");
    assertThat(post(linkOf(ben), "next", "/my/plan?event=1").headers().firstValue("Location"))
        .hasValue("/my/plan?event=1");
    for (var bad : new String[] {"https://evil.example", "//evil.example", "/my//e", "/a/x", ""}) {
      assertThat(post(linkOf(ben), "next", bad).headers().firstValue("Location"))
          .hasValue("/my/follow-ups");
    }
  }

  @Test
  void without_a_session_a_page_says_how_to_get_one() {
    var none = call(to("/my/test").header("Accept-Language", "de"));
    assertThat(none.statusCode()).isEqualTo(401);
    assertThat(none.body()).contains("<html lang=\"de\">", "neuen Link");
    assertThat(call(to("/my/test").header("Cookie", "rapport=nonsense")).statusCode())
        .isEqualTo(401);
    assertThat(post("/my/leave").headers().firstValue("Set-Cookie").orElseThrow())
        .contains("rapport=;", "Max-Age=0");
  }

  @Test
  void a_form_of_another_site_is_not_taken() {
    var cookie = cookie(post(linkOf(stage.person("Ben"))));
    var form =
        to("/my/test")
            .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
            .POST(HttpRequest.BodyPublishers.noBody());
    assertThat(call(form.copy().header("Sec-Fetch-Site", "cross-site")).statusCode())
        .isEqualTo(403);
    assertThat(call(form.copy().header("Origin", "https://evil.example")).statusCode())
        .isEqualTo(403);
    assertThat(call(form.copy().header("Sec-Fetch-Site", "same-origin")).body()).isEqualTo("done");
  }

  @Test
  void only_the_platform_gets_links_and_only_for_people_it_registered() {
    var ben = stage.person("Ben");
    linkOf(ben);
    var own = Map.of("scope", "person", "person", ben.externalId());
    assertThat(ask(ben.externalId(), own).statusCode()).isEqualTo(403);
    assertThat(ask("nobody", Map.of("scope", "platform")).statusCode()).isEqualTo(404);
  }

  @Test
  void a_fresh_link_goes_to_the_persons_own_address_five_times_an_hour() {
    var ben = stage.person("Ben");
    var page = freshPage(ben);
    assertThat(call(to(page)).body()).contains("Send me a fresh link");
    assertThat(Stage.MAIL.receivedBy(ben.address())).hasSize(1);

    assertThat(post(page).body()).contains("on its way");
    var mail = Stage.MAIL.receivedBy(ben.address()).getLast();
    assertThat(mail.header("Subject")).isEqualTo("Your link");
    assertThat(mail.header("List-Unsubscribe")).isEmpty();
    assertThat(visit(cookie(post(link(mail.text(), "/my/open/")))).body()).endsWith("" + ben.id());

    for (var i = 0; i < 4; i++) {
      assertThat(post(page).statusCode()).isEqualTo(200);
    }
    assertThat(post(page).statusCode()).isEqualTo(429);
    assertThat(Stage.MAIL.receivedBy(ben.address())).hasSize(6);
  }

  @Test
  void and_no_more_than_twenty_times_a_day() {
    var ben = stage.person("Ben");
    var page = freshPage(ben);
    mailedBefore(ben, Duration.ofHours(23));
    var refused = post(page);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("twenty in the last 24 hours");
    mailedBefore(ben, Duration.ofHours(25));
    assertThat(post(page).statusCode()).isEqualTo(200);
    assertThat(Stage.MAIL.receivedBy(ben.address())).hasSize(2);
  }

  /** As it stands when twenty links went so long ago. */
  private void mailedBefore(Someone who, Duration ago) {
    var at = Collections.nCopies(20, Date.from(Instant.now().minus(ago)));
    database
        .getCollection("linkMails")
        .updateOne(
            Filters.eq("_id", who.id()), Updates.set("at", at), new UpdateOptions().upsert(true));
  }

  @Test
  void a_mail_server_that_is_busy_is_told_to_who_waits() {
    var ben = stage.person("Ben");
    var page = freshPage(ben);
    Stage.MAIL.fault(ben.address(), MailServer.Fault.DEFER_RECIPIENT);
    assertThat(post(page).statusCode()).isEqualTo(503);
    Stage.MAIL.fault(ben.address(), MailServer.Fault.NONE);
    assertThat(post(page).statusCode()).isEqualTo(200);
  }

  @Test
  void the_erased_have_no_pages() {
    var ben = stage.person("Ben");
    var page = freshPage(ben);
    var link = linkOf(ben);
    post(page);
    Stage.BROKER.say("person-changed", ben.id(), null, 2);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> platformAsks(ben).statusCode() == 410);
    for (var path : new String[] {page, link}) {
      assertThat(call(to(path)).statusCode()).isEqualTo(410);
      assertThat(post(path).statusCode()).isEqualTo(410);
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> left("pageLinks", "person", ben) + left("linkMails", "_id", ben) == 0);
  }

  private long left(String collection, String field, Someone who) {
    return database.getCollection(collection).countDocuments(Filters.eq(field, who.id()));
  }

  /** The link at the end of a mail that somebody got. */
  private String freshPage(Someone who) {
    var ask = Stage.invite(who, stage.person("Ada"));
    stage.ask(ask);
    Stage.awaitAnswer(ask.followUp(), "delivered");
    return link(Stage.MAIL.receivedBy(who.address()).getFirst().text(), "/my/link/");
  }

  private static String link(String mail, String path) {
    var whole = mail.replace("=\r\n", "").replace("=2E", ".");
    var found = Pattern.compile("https://notify.example(" + path + "[^\\s\"<]+)").matcher(whole);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
