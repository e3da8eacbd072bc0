package dev.rapport.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.rapport.notification.key.ActionKeys;
import dev.rapport.pages.Language;
import dev.rapport.pages.SessionTokens;
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
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Accounts on a real server: linked, followed from exactly once, unlinked. */
class MastodonIT extends RunningService {

  private static final Snac SNAC = Snac.start();
  private static final Platform PLATFORM = new Platform();
  private static final AtomicInteger USERS = new AtomicInteger();
  private static final Duration DAYS = Duration.ofDays(3);
  private static final Pattern GO = Pattern.compile("id=\"go\"[^>]* href=\"([^\"]+)\"");
  private static final Pattern FIELD = Pattern.compile("name=\"(\\w+)\" value=\"([^\"]*)\"");

  @LocalServerPort int port;
  @Autowired MongoDatabase database;
  @Autowired ActionKeys keys;

  private final HttpClient http = HttpClient.newHttpClient();

  @DynamicPropertySource
  static void channels(DynamicPropertyRegistry registry) {
    registry.add("rapport.mastodon.allow-loopback", () -> "true");
    registry.add("rapport.mastodon.keys", () -> Base64.getEncoder().encodeToString(new byte[32]));
    registry.add("rapport.webhook.url", PLATFORM::url);
    registry.add(
        "rapport.webhook.secrets",
        () -> "whsec_" + Base64.getEncoder().encodeToString(new byte[24]));
    registry.add("rapport.channels.rest", () -> "200ms");
  }

  /** A person with an account. */
  private record Member(Stage.Someone person, String user, String handle) {}

  private Member member(String name, String... channels) {
    var user = "user" + USERS.incrementAndGet();
    var handle = SNAC.account(user);
    return new Member(stage.reachableBy(name, handle, channels), user, handle);
  }

  private Member linked(String name) {
    var member = member(name);
    assertThat(link(member)).endsWith("?said=linked");
    return member;
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

  private HttpRequest.Builder as(Stage.Someone person, String path, String language) {
    var visitor = new Visitor(person.id(), Language.of(language));
    var session =
        SessionTokens.sign(keys.signing(), visitor, Instant.now().plus(Duration.ofHours(8)));
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Cookie", SessionTokens.COOKIE + "=" + session);
  }

  private String page(Stage.Someone person, String language) {
    return call(as(person, "/my/channels", language)).body();
  }

  private static HttpRequest.Builder form(HttpRequest.Builder request, Map<String, String> fields) {
    var text = new StringBuilder();
    fields.forEach(
        (name, value) ->
            text.append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
    return request
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Sec-Fetch-Site", "same-origin")
        .POST(HttpRequest.BodyPublishers.ofString(text.toString()));
  }

  private HttpResponse<String> name(Stage.Someone person, String server) {
    return call(form(as(person, "/my/channels/mastodon", "en"), Map.of("server", server)));
  }

  /** Goes to the server, agrees there, and returns the query that leads back. */
  private String agree(Member member) {
    var there = GO.matcher(name(member.person(), SNAC.name()).body());
    assertThat(there.find()).isTrue();
    var page = URI.create(there.group(1).replace("&amp;", "&"));
    assertThat(page.getQuery()).contains("code_challenge_method=S256", "scope=read:accounts+");
    var fields = new java.util.HashMap<String, String>();
    FIELD
        .matcher(call(HttpRequest.newBuilder(page)).body())
        .results()
        .forEach(field -> fields.put(field.group(1), field.group(2)));
    fields.put("login", member.user());
    fields.put("passwd", SNAC.password(member.user()));
    var login = HttpRequest.newBuilder(page.resolve("/oauth/x-snac-login"));
    var back = URI.create(call(form(login, fields)).headers().firstValue("location").orElseThrow());
    assertThat(back.toString()).startsWith("https://notify.example/my/channels/mastodon?code=");
    return back.getRawQuery();
  }

  private String comeBack(Stage.Someone person, String query) {
    var response = call(as(person, "/my/channels/mastodon?" + query, "en"));
    assertThat(response.statusCode()).isEqualTo(303);
    return response.headers().firstValue("location").orElseThrow();
  }

  private String link(Member member) {
    return comeBack(member.person(), agree(member));
  }

  private @Nullable Document account(Member member) {
    return database
        .getCollection("mastodonAccounts")
        .find(Filters.eq("_id", member.person().id()))
        .first();
  }

  private Document document(Stage.Ask ask) {
    return Objects.requireNonNull(
        database
            .getCollection("notifications")
            .find(Filters.eq("_id", ask.notification()))
            .first());
  }

  private Stage.Ask asked(Member contact, Member owner) {
    var ask = Stage.connect(contact.person(), owner.person());
    stage.ask(ask);
    return ask;
  }

  /** How often somebody's server was told that they are followed. */
  private static long follows(Member contact) {
    return SNAC.front().count("POST", "/" + contact.user() + "/inbox", "\"Follow\"");
  }

  private static void awaitFollower(Member contact) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(SNAC.followers(contact.user())).isEqualTo(1));
  }

  @Test
  void a_person_links_an_account_and_sees_it_in_their_language() {
    var ada = member("Ada");
    assertThat(page(ada.person(), "de")).contains("lang=\"de\"", "Mein Konto verbinden");
    assertThat(link(ada)).isEqualTo("/my/channels?said=linked");
    assertThat(page(ada.person(), "en"))
        .contains("data-linked=\"" + ada.handle() + "\"", "Unlink")
        .doesNotContain("Link my account");
    assertThat(page(ada.person(), "de")).contains("Verbunden:", "Trennen");
    assertThat(Objects.requireNonNull(account(ada)).toJson()).doesNotContain("token");
  }

  @Test
  void the_owners_account_follows_the_contacts_once() {
    var ada = linked("Ada");
    var ben = member("Ben", "mastodon", "platform");
    var ask = asked(ben, ada);
    Stage.awaitAnswer(ask.followUp(), "delivered");
    awaitFollower(ben);
    stage.ask(ask);
    Stage.awaitAnswers(ask.followUp(), "delivered", 2);
    assertThat(follows(ben)).isEqualTo(1);
    assertThat(Stage.settled(ask.notification()).get("channel").asString()).isEqualTo("mastodon");
    assertThat(PLATFORM.received(ask.followUp())).isEmpty();
    assertThat(Stage.MAIL.receivedBy(ben.person().address())).isEmpty();
  }

  @Test
  void a_lost_answer_is_asked_for_and_no_second_follow_goes() {
    var ada = linked("Ada");
    var ben = member("Ben", "mastodon");
    SNAC.front().spoil("POST", "/follow", new Front.Fault.LoseAnswer());
    var ask = asked(ben, ada);
    Stage.awaitAnswer(ask.followUp(), "delivered");
    assertThat(document(ask).getInteger("doubts")).isEqualTo(1);
    awaitFollower(ben);
    assertThat(follows(ben)).isEqualTo(1);
  }

  @Test
  void a_process_that_vanished_on_the_wire_is_followed_by_a_question_and_no_second_follow() {
    var ada = linked("Ada");
    var ben = member("Ben", "mastodon");
    var ask = asked(ben, ada);
    Stage.awaitAnswer(ask.followUp(), "delivered");
    awaitFollower(ben);
    // As it stands when the process dies after the follow and before it writes what came of it.
    database
        .getCollection("notifications")
        .updateOne(
            Filters.eq("_id", ask.notification()),
            Updates.combine(
                Updates.unset("items.0.result"),
                Updates.unset("items.0.answeredAt"),
                Updates.set("open", true),
                Updates.set("claim", UUID.randomUUID()),
                Updates.set("claimedAt", Date.from(Instant.now().minusSeconds(60))),
                Updates.set("onTheWire", Date.from(Instant.now())),
                Updates.inc("version", 1L)));
    Stage.awaitAnswers(ask.followUp(), "delivered", 2);
    assertThat(document(ask).getInteger("doubts")).isEqualTo(1);
    assertThat(follows(ben)).isEqualTo(1);
  }

  @Test
  void who_follows_already_needs_no_follow() {
    var ada = linked("Ada");
    var ben = member("Ben", "mastodon");
    var first = asked(ben, ada);
    Stage.awaitAnswer(first.followUp(), "delivered");
    awaitFollower(ben);
    var second = asked(ben, ada);
    Stage.awaitAnswer(second.followUp(), "delivered");
    assertThat(follows(ben)).isEqualTo(1);
  }

  @Test
  void an_account_that_the_server_does_not_know_opens_the_next_channel() {
    var ada = linked("Ada");
    var ben = stage.reachableBy("Ben", "nobody@" + SNAC.name(), "mastodon", "platform");
    var ask = Stage.connect(ben, ada.person());
    stage.ask(ask);
    Stage.awaitAnswer(ask.followUp(), "delivered");
    assertThat(PLATFORM.received(ask.followUp())).isNotEmpty();
    assertThat(document(ask).getList("refused", String.class)).containsExactly("mastodon");
    assertThat(Stage.settled(ask.notification()).get("channel").asString()).isEqualTo("platform");
  }

  @Test
  void an_owner_without_an_account_goes_by_the_next_channel_and_else_is_refused() {
    var ada = stage.person("Ada");
    var ben = member("Ben", "mastodon", "platform");
    var byPlatform = Stage.connect(ben.person(), ada);
    stage.ask(byPlatform);
    Stage.awaitAnswer(byPlatform.followUp(), "delivered");
    assertThat(PLATFORM.received(byPlatform.followUp())).isNotEmpty();
    var cora = member("Cora", "mastodon");
    var byNone = Stage.connect(cora.person(), ada);
    stage.ask(byNone);
    Stage.awaitAnswer(byNone.followUp(), "refused");
  }

  @Test
  void nobody_is_followed_who_did_not_wish_for_it() {
    var ada = member("Ada", "mastodon");
    link(ada);
    var ben = member("Ben");
    var ask = asked(ben, ada);
    Stage.awaitAnswer(ask.followUp(), "refused");
    assertThat(SNAC.front().count("GET", "q=" + ben.user() + "%40", "")).isZero();
  }

  @Test
  void a_server_that_is_out_of_turn_is_left_alone_as_long_as_it_says() {
    var ada = linked("Ada");
    var ben = member("Ben", "mastodon");
    var reset = Instant.now().plusSeconds(4);
    SNAC.front()
        .spoil(
            "GET",
            "q=" + ben.user() + "%40",
            new Front.Fault.Answer(429, Map.of("X-RateLimit-Reset", reset.toString()), ""));
    var ask = asked(ben, ada);
    Stage.awaitAnswer(ask.followUp(), "delivered");
    assertThat(Instant.now()).isAfter(reset);
    assertThat(SNAC.front().count("GET", "q=" + ben.user() + "%40", "")).isEqualTo(2);
  }

  @Test
  void a_token_that_the_server_does_not_know_any_more_is_forgotten_and_the_person_told() {
    var ada = linked("Ada");
    var ben = member("Ben", "mastodon", "platform");
    SNAC.front().spoil("GET", "q=" + ben.user() + "%40", new Front.Fault.Answer(401, Map.of(), ""));
    var ask = asked(ben, ada);
    Stage.awaitAnswer(ask.followUp(), "delivered");
    assertThat(PLATFORM.received(ask.followUp())).isNotEmpty();
    assertThat(page(ada.person(), "en")).contains("data-lost=\"true\"", "Link my account");
    assertThat(link(ada)).endsWith("?said=linked");
    assertThat(page(ada.person(), "en")).contains("data-lost=\"false\"");
  }

  @Test
  void a_server_that_says_nothing_keeps_no_mail_waiting() {
    var ada = linked("Ada");
    for (var i = 0; i < 8; i++) {
      var ben = member("Ben", "mastodon");
      SNAC.front().spoil("GET", "q=" + ben.user() + "%40", new Front.Fault.SayNothing());
      asked(ben, ada);
    }
    var mail = Stage.invite(stage.person("Cora"), stage.person("Dan"));
    var before = Instant.now();
    stage.ask(mail);
    Stage.awaitAnswer(mail.followUp(), "delivered");
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void unlinking_gives_the_token_back_and_the_account_can_be_linked_again() {
    var ada = linked("Ada");
    var ben = member("Ben", "mastodon");
    var response = call(form(as(ada.person(), "/my/channels/mastodon/unlink", "en"), Map.of()));
    assertThat(response.body()).contains("Your account is unlinked", "Link my account");
    assertThat(account(ada)).isNull();
    assertThat(SNAC.front().count("POST", "/oauth/revoke", "")).isPositive();
    var ask = asked(ben, ada);
    Stage.awaitAnswer(ask.followUp(), "refused");
    assertThat(link(ada)).endsWith("?said=linked");
  }

  @Test
  void who_comes_back_must_be_who_went_and_only_once() {
    var ada = member("Ada");
    var eve = member("Eve");
    var query = agree(ada);
    assertThat(comeBack(eve.person(), query)).endsWith("?said=unknown");
    assertThat(account(eve)).isNull();
    assertThat(comeBack(ada.person(), query)).endsWith("?said=linked");
    assertThat(comeBack(ada.person(), query)).endsWith("?said=unknown");
    assertThat(page(ada.person(), "en")).contains("data-linked");
  }

  @Test
  void two_people_at_one_server_at_the_same_moment_get_their_own_accounts() {
    var ada = member("Ada");
    var ben = member("Ben");
    var adas = agree(ada);
    var bens = agree(ben);
    assertThat(comeBack(ada.person(), adas)).endsWith("?said=linked");
    assertThat(comeBack(ben.person(), bens)).endsWith("?said=linked");
    assertThat(page(ada.person(), "en")).contains("data-linked=\"" + ada.handle() + "\"");
    assertThat(page(ben.person(), "en")).contains("data-linked=\"" + ben.handle() + "\"");
  }

  @Test
  void where_a_server_checks_pkce_one_registration_serves_everybody() {
    var metadata = "/.well-known/oauth-authorization-server";
    var first = member("Ada");
    var second = member("Ben");
    link(first);
    var registrations = SNAC.front().count("POST", "/api/v1/apps", "");
    SNAC.front()
        .spoil(
            "GET",
            metadata,
            new Front.Fault.Answer(
                200, Map.of(), "{\"code_challenge_methods_supported\":[\"S256\"]}"));
    link(second);
    assertThat(SNAC.front().count("POST", "/api/v1/apps", "")).isEqualTo(registrations);
  }

  @Test
  void saying_no_at_the_server_links_nothing() {
    var ada = member("Ada");
    var state = Pattern.compile("state=([^&]+)").matcher(agree(ada));
    assertThat(state.find()).isTrue();
    assertThat(comeBack(ada.person(), "error=access_denied&state=" + state.group(1)))
        .endsWith("?said=declined");
    assertThat(account(ada)).isNull();
  }

  @Test
  void what_is_no_server_or_no_mastodon_server_is_said_and_kept_for_correction() {
    var ada = stage.person("Ada");
    var none = name(ada, "10.0.0.1\"><b>");
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.body()).contains("That is no server", "10.0.0.1&#34;").doesNotContain("<b>");
    var nothing = name(ada, "nothing.invalid");
    assertThat(nothing.statusCode()).isEqualTo(502);
    assertThat(nothing.body()).contains("does not answer", "nothing.invalid");
  }

  @Test
  void without_a_session_nothing_is_shown_or_linked() {
    var open = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/my/channels"));
    assertThat(call(open).statusCode()).isEqualTo(401);
    var from = as(stage.person("Ada"), "/my/channels/mastodon/unlink", "en");
    var elsewhere =
        from.header("Sec-Fetch-Site", "cross-site").POST(HttpRequest.BodyPublishers.noBody());
    assertThat(call(elsewhere).statusCode()).isEqualTo(403);
  }

  @Test
  void who_names_servers_over_and_over_waits_and_nobody_else_does() {
    var ada = member("Ada");
    for (var i = 0; i < 10; i++) {
      assertThat(name(ada.person(), SNAC.name()).statusCode()).isEqualTo(200);
    }
    var calls = SNAC.front().count("POST", "/api/v1/apps", "");
    var refused = name(ada.person(), SNAC.name());
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("tried often");
    assertThat(SNAC.front().count("POST", "/api/v1/apps", "")).isEqualTo(calls);
    linked("Ben");
  }

  private long attempts(Member member) {
    return database
        .getCollection("mastodonAttempts")
        .countDocuments(Filters.eq("_id", member.person().id()));
  }

  @Test
  void erasure_forgets_the_account_and_the_attempts() {
    var ada = linked("Ada");
    assertThat(attempts(ada)).isEqualTo(1);
    Stage.BROKER.say("person-changed", ada.person().id(), null, 2);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(account(ada)).isNull());
    assertThat(attempts(ada)).isZero();
    assertThat(call(as(ada.person(), "/my/channels", "en")).statusCode()).isEqualTo(410);
  }
}
