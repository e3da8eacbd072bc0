package dev.rapport.followup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.access.ActionToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MyPageIT extends ServiceIT {

  private static final String HERE = "/my/follow-ups";

  @Test
  void without_a_session_the_page_says_how_to_get_one() {
    assertThat(platform().open(HERE).statusCode()).isEqualTo(401);
  }

  @Test
  void the_page_shows_what_is_open_with_a_draft_that_says_where_and_what_both_care_about() {
    openForAna();
    var page = page("ana", "en");
    assertThat(page)
        .contains("data-about=\"followUp\"", "data-item=\"" + followUp("ana", "ben") + "\"")
        .contains("Dr. ben &lt;b&gt;", "Autumn Congress &lt;2026&gt;", "We both care about")
        .contains("Jazz")
        .doesNotContain("<script");
    assertThat(page("ana", "de")).contains("<html lang=\"de\">", "Ihre Follow-ups");
    var due = platform().get("/people/" + conference.external("ana") + "/due").body();
    assertThat(due.path("items")).hasSize(1);
    assertThat(due.path("items").get(0).path("draft").asString()).contains("Jazz");
    assertThat(due.path("items").get(0).path("about").asString()).isEqualTo("followUp");
  }

  @Test
  void a_tap_decides_and_the_next_page_is_without_it() {
    openForAna();
    var tapped = tap("ana", followUp("ana", "ben").toString(), "done");
    assertThat(tapped).contains("role=\"status\"").doesNotContain("data-about=\"followUp\"");
    assertThat(view("ana", "ben").path("outcome").asString()).isEqualTo("done");
    assertThat(
            platform()
                .submit(HERE, cookie("ben"), form(followUp("ana", "ben"), "waive"))
                .statusCode())
        .isEqualTo(404);
    assertThat(tap("ana", "all", "waive", followUp("ana", "ben"))).contains("role=\"status\"");
  }

  @Test
  void a_line_of_ones_own_is_sent_with_it_unless_it_leads_somewhere() {
    conference.isAnnounced();
    conference.registers("ana", false, true);
    conference.registers("ben", false, true);
    CLOCK.set(conference.noon);
    conference.meet("ana", "ben");
    awaitState("waiting", "ana", "ben");
    CLOCK.set(conference.ends);
    awaitState("withOwner", "ana", "ben");
    var form = tap("send", "ben");
    form.put(line("ben"), "Look at https://ana.example");
    assertThat(platform().submit(HERE, cookie("ana"), form).body())
        .contains("role=\"alert\"", "holds a link", "data-about=\"followUp\"")
        .contains("value=\"Look at https://ana.example\"", "aria-invalid=\"true\"");
    form.put(line("ben"), "The slides are on their way.");
    assertThat(platform().submit(HERE, cookie("ana"), form).body()).contains("Saved");
    var ask = awaitAsk("ben", "invite", conference.dayAfter(0));
    assertThat(ask.path("items").get(0).path("words").asString()).contains("slides");
    conference.answers(ask, "delivered", conference.ends);
    awaitState("settled", "ana", "ben");

    var accept = Map.of("item", followUp("ana", "ben").toString(), "act", "accept");
    var token =
        new ActionToken(
            UUID.fromString(ask.path("notification").asString()),
            conference.person("ben"),
            "answer",
            "invite",
            conference.deadline().plus(Duration.ofDays(30)));
    assertThat(platform().submit(KEYS.link(token), accept).statusCode()).isEqualTo(200);
    assertThat(page("ana", "en")).contains("data-about=\"accepted\"", "href=\"/my/contacts\"");
  }

  @Test
  void all_are_sent_at_once_each_with_the_line_that_was_written_for_it() {
    openForAna("ben", "chi", "dan");
    var ids = Stream.of("ben", "chi", "dan").map(c -> followUp("ana", c).toString()).toList();
    var form = new HashMap<>(Map.of("tap", "send all", "shown", String.join(",", ids)));
    form.put(line("ben"), "The slides are on their way.");
    form.put(line("chi"), "x".repeat(301));
    var refused = platform().submit(HERE, cookie("ana"), form).body();
    assertThat(refused)
        .contains("too long", "value=\"The slides are on their way.\"", "x".repeat(301))
        .containsOnlyOnce("aria-invalid=\"true\"");
    assertThat(refused.split("data-state=\"withOwner\"", -1)).hasSize(4);
    form.put(line("chi"), "Say hello to your <dog>.");
    assertThat(platform().submit(HERE, cookie("ana"), form).body())
        .contains("Saved")
        .doesNotContain("data-about=\"followUp\"");
    assertThat(sentTo("ben").path("words").asString()).isEqualTo("The slides are on their way.");
    assertThat(sentTo("chi").path("words").asString()).isEqualTo("Say hello to your <dog>.");
    assertThat(sentTo("dan").has("words")).isFalse();
  }

  @Test
  void a_line_for_one_is_kept_while_another_is_decided() {
    openForAna("ben", "chi");
    var form = tap("done", "ben");
    form.put(line("ben"), "Not to be sent");
    form.put(line("chi"), "See https://ana.example");
    assertThat(platform().submit(HERE, cookie("ana"), form).body())
        .contains("Saved", "value=\"See https://ana.example\"")
        .doesNotContain("Not to be sent", "aria-invalid");
    assertThat(view("ana", "ben").path("outcome").asString()).isEqualTo("done");
    form.put(line("nobody"), "x");
    form.put("words.nonsense", "x");
    assertThat(platform().submit(HERE, cookie("ana"), form).statusCode()).isEqualTo(422);
    assertThat(platform().submit(HERE, cookie("ana"), Map.of("tap", "send")).statusCode())
        .isEqualTo(422);
  }

  @Test
  void a_form_of_another_site_is_refused() {
    openForAna();
    var form = form(followUp("ana", "ben"), "done");
    assertThat(platform().submit(HERE, Map.of()).statusCode()).isEqualTo(401);
    var strange = form(followUp("ana", "ben"), "explode");
    assertThat(platform().submit(HERE, cookie("ana"), strange).statusCode()).isEqualTo(422);
    assertThat(platform().submit(HERE, form).statusCode()).isEqualTo(401);
  }

  @Test
  void hundreds_are_paged_the_oldest_first_and_none_twice() {
    conference.isAnnounced();
    conference.registers("ana", List.of());
    CLOCK.set(conference.noon);
    for (var i = 0; i < 60; i++) {
      conference.registers("c" + i, List.of());
      conference.meet("ana", "c" + i);
    }
    awaitState("waiting", "ana", "c59");
    CLOCK.set(conference.ends);
    var due = "/people/" + conference.external("ana") + "/due?limit=500";
    await().until(() -> platform().get(due).body().path("items").size() == 60);
    var seen = new ArrayList<String>();
    var next = HERE;
    while (next != null) {
      var html = platform().open(next, cookie("ana")).body();
      var items = Pattern.compile("data-item=\"([^\"]+)\"").matcher(html);
      while (items.find()) {
        seen.add(items.group(1));
      }
      var more = Pattern.compile("href=\"(/my/follow-ups\\?cursor=[^\"]+)\"").matcher(html);
      next = more.find() ? more.group(1) : null;
    }
    assertThat(seen).hasSize(60).doesNotHaveDuplicates();
    assertThat(platform().get(due + "&cursor=nonsense").problem()).isEqualTo("invalid-cursor");
    assertThat(platform().open(HERE + "?cursor=nonsense", cookie("ana")).statusCode())
        .isEqualTo(422);
  }

  @Test
  void losing_touch_comes_first_with_balance_and_taps_and_can_be_put_off() {
    openForAna();
    conference.registers("ana", List.of("Jazz"), "nurture");
    conference.registers("chi", List.of("Jazz"));
    var talked = conference.noon.minus(Duration.ofDays(9));
    conference.logs("ana", "chi", "ask", talked);
    var tie = "/people/%s/ties/%s".formatted(conference.external("ana"), conference.person("chi"));
    await().until(() -> platform().get(tie).status() == 200);
    platform().put(tie + "/cadence", Map.of("days", 5));
    await().until(() -> page("ana", "en").contains("data-about=\"cadence\""));
    var page = page("ana", "en");
    assertThat(page.indexOf("data-about=\"cadence\""))
        .isLessThan(page.indexOf("data-about=\"followUp\""));
    assertThat(page)
        .contains("action=\"/my/contacts/" + conference.person("chi") + "/interactions\"")
        .contains("asked once", "every 5 days");
    var due = platform().get("/people/" + conference.external("ana") + "/due?limit=1").body();
    assertThat(due.path("items").get(0).path("about").asString()).isEqualTo("cadence");

    var noted = platform().open(HERE + "?noted=" + conference.person("chi"), cookie("ana")).body();
    assertThat(noted).contains("Noted").doesNotContain("data-about=\"cadence\"");
    var chi = conference.person("chi").toString();
    assertThat(tap("ana", chi, "snooze-week")).doesNotContain("data-about=\"cadence\"");
    var stranger = form(UUID.randomUUID(), "snooze-week");
    assertThat(platform().submit(HERE, cookie("ana"), stranger).statusCode()).isEqualTo(404);
    var body = new HashMap<>(form(conference.person("chi"), "snooze-until"));
    body.put("until", "2020-01-01");
    assertThat(platform().submit(HERE, cookie("ana"), body).statusCode()).isEqualTo(422);
    body.put("until", conference.noon.plus(Duration.ofDays(30)).toString().substring(0, 10));
    assertThat(platform().submit(HERE, cookie("ana"), body).statusCode()).isEqualTo(200);
    assertThat(platform().get(tie).body().path("snoozedUntil").asString())
        .startsWith(conference.noon.plus(Duration.ofDays(29)).toString().substring(0, 10));
    tap("ana", chi, "forget");
    assertThat(platform().get(tie).body().has("days")).isFalse();
  }

  @Test
  void how_often_to_be_in_touch_is_set_by_person_or_by_tag() {
    openForAna();
    var ties = HERE + "/ties";
    var page = platform().open(ties, cookie("ana")).body();
    assertThat(page).contains("Dr. ben &lt;b&gt;", "Reminders are off");
    assertThat(platform().open(ties + "?search=zoe", cookie("ana")).body())
        .doesNotContain("Dr. ben");
    var ben = conference.person("ben").toString();
    var monthly = Map.of("contact", ben, "days", "30", "tag", "");
    assertThat(platform().submit(ties, cookie("ana"), monthly).body()).contains("data-days=\"30\"");
    var friends = Map.of("tag", "friends", "days", "7");
    assertThat(platform().submit(ties + "/tags", cookie("ana"), friends).body())
        .contains("data-tag=\"friends\"");
    var asFriend = Map.of("contact", ben, "days", "", "tag", "friends");
    assertThat(platform().submit(ties, cookie("ana"), asFriend).statusCode()).isEqualTo(200);
    var tie = "/people/%s/ties/%s".formatted(conference.external("ana"), ben);
    assertThat(platform().get(tie).body().path("days").asInt()).isEqualTo(7);
    assertThat(platform().submit(ties + "/pause", cookie("ana"), Map.of("act", "pause")).body())
        .contains("Reminders pause until");
    var never = Map.of("contact", ben, "days", "0", "tag", "");
    assertThat(platform().submit(ties, cookie("ana"), never).statusCode()).isEqualTo(422);
    var stranger = Map.of("contact", UUID.randomUUID().toString(), "days", "9");
    assertThat(platform().submit(ties, cookie("ana"), stranger).statusCode()).isEqualTo(404);
  }

  @Test
  void a_connector_says_whether_they_introduced_the_two() {
    conference.isAnnounced();
    conference.registers("con", List.of(), "introduceOthers");
    conference.registers("ana", List.of(), "beIntroduced");
    conference.registers("ben", List.of(), "beIntroduced");
    CLOCK.set(conference.noon);
    var id = conference.suggests("con", "ana", "ben");
    await().until(() -> page("con", "en").contains("data-about=\"introduction\""));
    assertThat(tap("con", id.toString(), "introduced"))
        .doesNotContain("data-about=\"introduction\"")
        .contains("Saved");
    assertThat(tap("con", id.toString(), "introduced")).contains("Saved");
    assertThat(tap("con", id.toString(), "not-now")).contains("Nothing was changed");
  }

  @Test
  void the_page_of_somebody_erased_is_gone() {
    openForAna();
    conference.erases("ana");
    await().until(() -> platform().open(HERE, cookie("ana")).statusCode() == 410);
  }

  private void openForAna() {
    conference.registers("ben", List.of("jazz"));
    isOpenForAna("ben");
  }

  /** They let people write to them. */
  private void openForAna(String... contacts) {
    List.of(contacts).forEach(c -> conference.registers(c, false, true));
    isOpenForAna(contacts);
  }

  private void isOpenForAna(String... contacts) {
    conference.isAnnounced();
    conference.registers("ana", List.of("Jazz"));
    CLOCK.set(conference.noon);
    List.of(contacts).forEach(c -> conference.meet("ana", c));
    List.of(contacts).forEach(c -> awaitState("waiting", "ana", c));
    CLOCK.set(conference.ends);
    List.of(contacts).forEach(c -> awaitState("withOwner", "ana", c));
  }

  private JsonNode sentTo(String name) {
    return awaitAsk(name, "invite", conference.dayAfter(0)).path("items").get(0);
  }

  /** What a button of the page sends about Ana's follow-up. */
  private Map<String, String> tap(String act, String contact) {
    return new HashMap<>(Map.of("tap", act + " " + followUp("ana", contact)));
  }

  private String line(String contact) {
    return "words." + followUp("ana", contact);
  }

  private String page(String name, String language) {
    var answer = platform().open(HERE, KEYS.cookie(conference.person(name), language));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private String tap(String name, String item, String act, UUID... shown) {
    var form = new HashMap<>(Map.of("item", item, "act", act));
    for (var one : shown) {
      form.put("shown", one.toString());
    }
    var answer = platform().submit(HERE, cookie(name), form);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private static Map<String, String> form(UUID item, String act) {
    return Map.of("item", item.toString(), "act", act);
  }

  private UUID followUp(String owner, String contact) {
    return conference.followUp(owner, contact);
  }

  private String cookie(String name) {
    return KEYS.cookie(conference.person(name), "en");
  }
}
