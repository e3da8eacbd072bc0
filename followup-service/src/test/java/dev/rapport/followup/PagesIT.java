package dev.rapport.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PagesIT extends OpenedPages {

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
  void the_page_allows_nothing_but_what_its_origin_serves() {
    var response = platform().open(inviteToBen("en"));
    assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
        .doesNotContain("unsafe");
    assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(response.body()).doesNotContain("<script", " style=");
    var style = Pattern.compile("/a/assets/\\w+/rapport.css").matcher(response.body());
    assertThat(style.find()).isTrue();
    var sheet = platform().open(style.group());
    assertThat(sheet.headers().firstValue("Content-Type")).hasValue("text/css;charset=UTF-8");
    assertThat(sheet.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
  }

  @Test
  void an_accepted_invite_connects_the_other_side() {
    var link = inviteToBen("en");
    CLOCK.set(conference.dayAfter(1));
    awaitState("withOwner", "ben", "ana");
    var page = act(link, id("ana", "ben").toString(), "accept");
    assertThat(page).contains("data-answer=\"accepted\"").contains("role=\"status\"");
    awaitState("settled", "ben", "ana");
    assertThat(view("ben", "ana").path("outcome").asString()).isEqualTo("connected");
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
    var ask = askToBenFrom("ana", "chi");
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
    var ask = askToBenFrom("ana", "chi", "dan");
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
  void all_are_those_that_the_page_showed() {
    var ask = askToBenFrom("ana", "chi");
    var link = link(ask, "answer", "invite");
    act(link, "all", id("chi", "ben").toString(), "accept");
    assertThat(view("chi", "ben").path("answer").asString()).isEqualTo("accepted");
    assertThat(view("ana", "ben").path("answer").asString()).isEqualTo("none");
  }

  @Test
  void who_answers_before_the_mail_goes_out_is_not_asked_again() {
    var ask = askToBen("ana", "en");
    act(link(ask, "answer", "invite"), id("ana", "ben").toString(), "decline");
    conference.answers(ask, "late", conference.ends);
    awaitState("settled", "ana", "ben");
    assertThat(view("ana", "ben").path("outcome").asString()).isEqualTo("waived");
    assertThat(view("ana", "ben").path("reason").asString()).isEqualTo("declined");
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
  void all_of_a_list_are_sent_each_with_the_line_that_was_written_for_it() {
    openForBen("ana", "chi", "dan");
    var form = new HashMap<>(Map.of("tap", "send all", "shown", shown(page(listOf("ben")))));
    form.put(line("ana"), "The slides are on their way.");
    form.put(line("chi"), "See https://ben.example");
    var link = listOf("ben");
    var refused = platform().submit(link, form).body();
    assertThat(refused)
        .contains("role=\"alert\"", "Nothing was sent: your own line holds a link")
        .contains("value=\"The slides are on their way.\"", "value=\"See https://ben.example\"")
        .containsOnlyOnce("aria-invalid=\"true\"")
        .contains("aria-describedby=\"w-" + id("ben", "chi") + "\"");
    assertThat(refused.split("data-state=\"withOwner\"", -1)).hasSize(4);
    form.put(line("dan"), "x".repeat(301));
    assertThat(platform().submit(link, form).body())
        .contains("wrong with several of your lines", "your own line is too long");
    form.remove(line("dan"));
    form.put(line("chi"), "Say hello to your <dog>.");
    assertThat(platform().submit(link, form).body())
        .contains("Your answer is saved.")
        .doesNotContain("data-state=\"withOwner\"");
    assertThat(sentTo("ana").path("words").asString()).isEqualTo("The slides are on their way.");
    assertThat(sentTo("chi").path("words").asString()).isEqualTo("Say hello to your <dog>.");
    assertThat(sentTo("dan").has("words")).isFalse();
  }

  @Test
  void a_line_for_one_of_a_list_is_kept_while_another_is_decided_in_any_language() {
    openForBen("ana", "chi");
    conference.registers("ben", "de", false, true);
    await().until(() -> page(listOf("ben")).contains("<html lang=\"de\">"));
    var form = new HashMap<>(Map.of("tap", "done " + id("ben", "chi")));
    form.put(line("ana"), "Siehe www.ben.example");
    assertThat(platform().submit(listOf("ben"), form).body())
        .contains("value=\"Siehe www.ben.example\"", "Eine eigene Zeile")
        .doesNotContain("aria-invalid");
    assertThat(view("ben", "chi").path("outcome").asString()).isEqualTo("done");
    form.put("tap", "send " + id("ben", "ana"));
    assertThat(platform().submit(listOf("ben"), form).body())
        .contains("Nichts gesendet", "aria-invalid=\"true\"");
    var chosen = page(listOf("ben") + "?item=" + id("ben", "ana") + "&act=send");
    assertThat(chosen).containsOnlyOnce("class=\"chosen\" name=\"tap\"");
  }

  @Test
  void a_list_of_thousands_with_a_line_for_each_can_be_decided() {
    openForBen("ana");
    var form = new HashMap<>(Map.of("tap", "done " + id("ben", "ana")));
    Stream.generate(UUID::randomUUID).limit(5_000).forEach(other -> form.put("words." + other, ""));
    assertThat(platform().submit(listOf("ben"), form).body()).contains("Your answer is saved.");
    assertThat(view("ben", "ana").path("outcome").asString()).isEqualTo("done");
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
    assertThat(page(listOf("ben"))).contains("too late for us to write").contains("value=\"done ");
    assertThat(act(listOf("ben"), id("ben", "ana").toString(), "done"))
        .contains("Your answer is saved.")
        .contains("data-outcome=\"missed\"")
        .doesNotContain("value=\"done ");
  }

  @Test
  void names_turn_no_text_around() {
    var page = page(inviteToBen("\u202Egnp.exe", "en"));
    assertThat(page).contains("<bdi>Dr. gnp.exe &lt;b&gt;</bdi>").doesNotContain("\u202E");
  }

  /** Ben has met them, and each lets people write to them. */
  private void openForBen(String... contacts) {
    conference.isAnnounced();
    conference.registers("ben", false, true);
    CLOCK.set(conference.noon);
    for (var contact : contacts) {
      conference.registers(contact, false, true);
      conference.meet("ben", contact);
    }
    for (var contact : contacts) {
      awaitState("waiting", "ben", contact);
    }
    CLOCK.set(conference.ends);
    for (var contact : contacts) {
      awaitState("withOwner", "ben", contact);
    }
  }

  private String line(String contact) {
    return "words." + id("ben", contact);
  }

  private JsonNode sentTo(String name) {
    return awaitAsk(name, "invite", conference.dayAfter(0)).path("items").get(0);
  }

  /** Each owner alone has scanned Ben; returns the one ask that names them all. */
  private JsonNode askToBenFrom(String... owners) {
    conference.isAnnounced();
    conference.has(owners);
    conference.registers("ben", false, true);
    CLOCK.set(conference.noon);
    for (var owner : owners) {
      conference.scans(owner, "ben");
    }
    for (var owner : owners) {
      awaitState("scheduled", owner, "ben");
    }
    CLOCK.set(conference.ends);
    return awaitAsk("ben", "invite", conference.dayAfter(0));
  }
}
