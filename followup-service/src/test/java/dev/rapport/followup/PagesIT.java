package dev.rapport.followup;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.OctetKeyPair;
import dev.rapport.access.ActionToken;
import dev.rapport.access.ActionTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PagesIT extends ServiceIT {

  @Test
  void opening_a_link_shows_and_changes_nothing() {
    var link = inviteToBen("en");
    for (var i = 0; i < 3; i++) {
      assertThat(page(link)).contains("data-answer=\"none\"").contains("<html lang=\"en\">");
    }
    var preselected = page(link + "?item=" + id("ana", "ben") + "&act=accept");
    assertThat(preselected).contains("data-answer=\"none\"").contains("class=\"chosen\"");
    assertThat(view("ana", "ben").path("answer").asString()).isEqualTo("none");
  }

  @Test
  void names_are_shown_as_text_whatever_they_hold() {
    assertThat(page(inviteToBen("en")))
        .contains("Dr. ana &lt;b&gt;")
        .contains("Autumn Congress &lt;2026&gt;")
        .doesNotContain("ana <b>");
  }

  @Test
  void the_page_speaks_the_recipients_language() {
    assertThat(page(inviteToBen("de")))
        .contains("<html lang=\"de\">")
        .contains("Ja, in Kontakt bleiben");
  }

  @Test
  void the_page_allows_nothing_but_its_own_style() {
    var response = platform().open(inviteToBen("en"));
    assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; style-src 'sha256-");
    assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(response.body()).doesNotContain("<script");
  }

  @Test
  void an_accepted_invite_is_done_on_the_other_side() {
    var link = inviteToBen("en");
    CLOCK.set(conference.dayAfter(1));
    awaitState("withOwner", "ben", "ana");
    var page = act(link, id("ana", "ben").toString(), "accept");
    assertThat(page).contains("data-answer=\"accepted\"").contains("role=\"status\"");
    awaitState("settled", "ben", "ana");
    assertThat(view("ben", "ana").path("outcome").asString()).isEqualTo("done");
    assertThat(view("ana", "ben").path("outcome").asString()).isEqualTo("sent");

    var before = view("ana", "ben");
    act(link, id("ana", "ben").toString(), "accept");
    assertThat(view("ana", "ben")).isEqualTo(before);
  }

  @Test
  void a_declined_invite_is_waived_on_the_other_side() {
    var link = inviteToBen("en");
    CLOCK.set(conference.dayAfter(1));
    awaitState("withOwner", "ben", "ana");
    act(link, "all", "decline");
    awaitState("settled", "ben", "ana");
    assertThat(view("ben", "ana").path("outcome").asString()).isEqualTo("waived");
  }

  @Test
  void not_met_withdraws_the_other_side_and_keeps_what_was_sent() {
    var link = inviteToBen("en");
    act(link, "all", "not-met");
    awaitState("settled", "ben", "ana");
    assertThat(view("ben", "ana").path("reason").asString()).isEqualTo("notMet");
    assertThat(view("ana", "ben").path("outcome").asString()).isEqualTo("sent");
    assertThat(view("ana", "ben").path("answer").asString()).isEqualTo("notMet");
  }

  @Test
  void a_block_is_shown_to_nobody_but_the_one_who_set_it() {
    var link = inviteToBen("en");
    assertThat(act(link, "all", "block")).contains("You blocked this person");
    awaitState("settled", "ben", "ana");
    assertThat(page(listOf("ana"))).doesNotContain(id("ana", "ben").toString(), "blocked");
  }

  @Test
  void who_is_blocked_may_answer_and_nothing_comes_of_it() {
    var link = inviteToBen("en");
    platform().post(actPath("ana", "ben", "block"));
    assertThat(page(link)).contains("data-answer=\"none\"").doesNotContain("blocked");
    assertThat(act(link, "all", "accept")).contains("data-answer=\"accepted\"");
    assertThat(view("ana", "ben").path("answer").asString()).isEqualTo("blocked");
    assertThat(page(listOf("ana"))).contains("You blocked this person");
  }

  @Test
  void an_invite_that_was_taken_back_names_nobody() {
    conference.isAnnounced();
    conference.has("ana", "chi");
    conference.registers("ben", false, true);
    CLOCK.set(conference.noon);
    conference.scans("ana", "ben");
    conference.scans("chi", "ben");
    awaitState("scheduled", "ana", "ben");
    awaitState("scheduled", "chi", "ben");
    CLOCK.set(conference.ends);
    var ask = awaitAsk("ben", "invite", conference.dayAfter(0));
    awaitState("due", "ana", "ben");
    var link = link(ask, "answer", "invite");
    assertThat(platform().post(actPath("ana", "ben", "not-met")).status()).isEqualTo(200);
    assertThat(page(link)).doesNotContain(id("ana", "ben").toString());

    var cancelled = conference.only(ask, id("ana", "ben"));
    conference.answers(cancelled, "cancelled", conference.ends);
    conference.answers(conference.only(ask, id("chi", "ben")), "delivered", conference.ends);
    awaitState("settled", "ana", "ben");
    awaitState("settled", "chi", "ben");
    assertThat(page(link))
        .contains(id("chi", "ben").toString())
        .doesNotContain(id("ana", "ben").toString());
  }

  @Test
  void answers_are_taken_long_after_the_deadline() {
    var link = inviteToBen("en");
    CLOCK.set(conference.deadline().plus(Duration.ofDays(20)));
    awaitState("settled", "ben", "ana");
    assertThat(act(link, "all", "accept")).contains("data-answer=\"accepted\"");
    assertThat(view("ben", "ana").path("outcome").asString()).isEqualTo("missed");
  }

  @Test
  void many_are_answered_one_by_one_or_together() {
    conference.isAnnounced();
    conference.has("ana", "chi", "dan");
    conference.registers("ben", false, true);
    CLOCK.set(conference.noon);
    conference.scans("ana", "ben");
    conference.scans("chi", "ben");
    conference.scans("dan", "ben");
    awaitState("scheduled", "dan", "ben");
    awaitState("scheduled", "chi", "ben");
    awaitState("scheduled", "ana", "ben");
    CLOCK.set(conference.ends);
    var ask = awaitAsk("ben", "invite", conference.dayAfter(0));
    conference.answers(ask, "delivered", conference.ends);
    awaitState("settled", "dan", "ben");
    var link = link(ask, "answer", "invite");

    var one = act(link, id("chi", "ben").toString(), "not-met");
    assertThat(one).containsOnlyOnce("data-answer=\"notMet\"");
    // "All" are those that nothing was said about yet.
    var all = act(link, "all", "accept");
    assertThat(all.split("data-answer=\"accepted\"", -1)).hasSize(3);
    assertThat(all).containsOnlyOnce("data-answer=\"notMet\"");
    assertThat(act(link, "all", "decline"))
        .contains("Nothing was changed")
        .doesNotContain("data-answer=\"declined\"");
  }

  @Test
  void a_list_is_worked_off_by_its_page() {
    conference.isAnnounced();
    conference.registers("ben", false, true);
    conference.registers("ana", false, true);
    conference.registers("chi", false, false);
    conference.registers("dan", false, true);
    CLOCK.set(conference.noon);
    conference.meet("ben", "ana");
    conference.meet("ben", "chi");
    conference.meet("ben", "dan");
    for (var contact : new String[] {"ana", "chi", "dan"}) {
      awaitState("waiting", "ben", contact);
    }
    CLOCK.set(conference.ends);
    var ask = awaitAsk("ben", "list", conference.dayAfter(0));
    assertThat(ask.path("items")).hasSize(3);
    conference.answers(ask, "delivered", conference.ends.plusSeconds(60));
    var link = link(ask, "list", "list");
    assertThat(page(link)).contains("They have not agreed to get invitations");

    assertThat(act(link, id("ben", "chi").toString(), "send"))
        .contains("Nothing was changed")
        .doesNotContain("data-state=\"scheduled\"");
    assertThat(act(link, id("ben", "chi").toString(), "done")).contains("data-outcome=\"done\"");
    act(link, id("ben", "ana").toString(), "send");
    assertThat(view("ben", "ana").path("byHand").asBoolean()).isTrue();
    assertThat(act(link, "all", "waive"))
        .contains("data-outcome=\"waived\"")
        .contains("Your answer is saved.");
    assertThat(view("ben", "dan").path("outcome").asString()).isEqualTo("waived");
    assertThat(view("ben", "chi").path("outcome").asString()).isEqualTo("done");
    assertThat(view("ben", "ana").path("state").asString()).isIn("scheduled", "due");
  }

  @Test
  void what_is_done_about_some_of_them_is_said() {
    conference.isAnnounced();
    conference.registers("ben", false, true);
    conference.registers("ana", false, true);
    conference.registers("chi", false, false);
    CLOCK.set(conference.noon);
    conference.meet("ben", "ana");
    conference.meet("ben", "chi");
    awaitState("waiting", "ben", "ana");
    awaitState("waiting", "ben", "chi");
    CLOCK.set(conference.ends);
    awaitState("withOwner", "ben", "ana");
    awaitState("withOwner", "ben", "chi");
    assertThat(act(listOf("ben"), "all", "send"))
        .contains("saved where it is possible")
        .contains("data-state=\"withOwner\"");
    assertThat(view("ben", "ana").path("byHand").asBoolean()).isTrue();
  }

  @Test
  void what_was_missed_is_shown_and_can_still_be_done() {
    conference.isAnnounced();
    conference.registers("ben", false, true);
    conference.registers("ana", false, true);
    CLOCK.set(conference.noon);
    conference.meet("ben", "ana");
    awaitState("waiting", "ben", "ana");
    CLOCK.set(conference.deadline());
    awaitState("settled", "ben", "ana");
    assertThat(page(listOf("ben"))).contains("too late for us to write").contains("value=\"done\"");
    assertThat(act(listOf("ben"), id("ben", "ana").toString(), "done"))
        .contains("Your answer is saved.")
        .contains("data-outcome=\"missed\"")
        .doesNotContain("value=\"done\"");
  }

  @Test
  void names_turn_no_text_around() {
    var page = page(inviteToBen("\u202Egnp.exe", "en"));
    assertThat(page).contains("<bdi>Dr. gnp.exe &lt;b&gt;</bdi>").doesNotContain("\u202E");
  }

  @Test
  void an_altered_link_opens_nothing() {
    var link = inviteToBen("en");
    assertThat(platform().open(link.substring(0, link.length() - 4) + "AAAA").statusCode())
        .isEqualTo(403);
    assertThat(platform().open("/a/nonsense").statusCode()).isEqualTo(403);
    OctetKeyPair foreign = ActionTokens.newKey();
    var forged = "/a/" + new ActionTokens.Signer(foreign).sign(token(conference.ends));
    assertThat(platform().open(forged).statusCode()).isEqualTo(403);
    assertThat(platform().submit(forged, Map.of("item", "all", "act", "accept")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void an_expired_link_says_so() {
    conference.has("ben");
    CLOCK.set(conference.ends);
    var response = platform().open(KEYS.link(token(conference.noon)));
    assertThat(response.statusCode()).isEqualTo(410);
    assertThat(response.body()).contains("expired").contains("<html");
  }

  @Test
  void a_link_for_another_purpose_opens_nothing() {
    inviteToBen("en");
    var token =
        new ActionToken(
            UUID.randomUUID(),
            conference.person("ben"),
            "unsubscribe",
            "invite",
            conference.deadline());
    assertThat(platform().open(KEYS.link(token)).statusCode()).isEqualTo(403);
  }

  @Test
  void a_link_opens_its_own_items_only() {
    var link = inviteToBen("en");
    var other = id("ben", "ana").toString();
    var response = platform().submit(link, Map.of("item", other, "act", "accept"));
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(view("ben", "ana").path("answer").asString()).isEqualTo("none");
  }

  @Test
  void a_form_that_is_not_whole_changes_nothing() {
    var link = inviteToBen("en");
    assertThat(platform().submit(link, Map.of("item", "all")).statusCode()).isEqualTo(422);
    assertThat(platform().submit(link, Map.of("item", "all", "act", "fly")).statusCode())
        .isEqualTo(422);
    assertThat(platform().submit(link, Map.of("item", "x\r\ny", "act", "accept")).statusCode())
        .isEqualTo(422);
    assertThat(view("ana", "ben").path("answer").asString()).isEqualTo("none");
  }

  @Test
  void a_link_of_an_erased_person_is_dead() {
    var link = inviteToBen("en");
    conference.erases("ben");
    await().until(() -> platform().open(link).statusCode() == 410);
  }

  /** Ana's invite has reached Ben; returns the link in it. */
  private String inviteToBen(String locale) {
    return inviteToBen("ana", locale);
  }

  private String inviteToBen(String owner, String locale) {
    conference.isAnnounced();
    conference.has(owner);
    conference.registers("ben", locale, false, true);
    CLOCK.set(conference.noon);
    conference.meet(owner, "ben");
    awaitState("scheduled", owner, "ben");
    awaitState("waiting", "ben", owner);
    CLOCK.set(conference.ends);
    var ask = awaitAsk("ben", "invite", conference.dayAfter(0));
    conference.answers(ask, "delivered", conference.ends);
    awaitState("settled", owner, "ben");
    return link(ask, "answer", "invite");
  }

  private String link(JsonNode ask, String action, String purpose) {
    return KEYS.link(
        new ActionToken(
            UUID.fromString(ask.path("notification").asString()),
            UUID.fromString(ask.path("recipient").asString()),
            action,
            purpose,
            conference.deadline().plus(Duration.ofDays(30))));
  }

  /** The page of somebody's list, by a link of any of their list mails. */
  private String listOf(String name) {
    return KEYS.link(
        new ActionToken(
            UUID.randomUUID(),
            conference.person(name),
            "list",
            "list",
            conference.deadline().plus(Duration.ofDays(30))));
  }

  private String actPath(String owner, String contact, String act) {
    return "/people/%s/follow-ups/%s/%s"
        .formatted(conference.external(owner), id(owner, contact), act);
  }

  private ActionToken token(Instant expires) {
    return new ActionToken(
        UUID.randomUUID(), conference.person("ben"), "answer", "invite", expires);
  }

  private UUID id(String owner, String contact) {
    return conference.followUp(owner, contact);
  }

  private String page(String link) {
    var response = platform().open(link);
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  private String act(String link, String item, String act) {
    var response = platform().submit(link, Map.of("item", item, "act", act));
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }
}
