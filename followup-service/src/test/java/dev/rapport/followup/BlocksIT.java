package dev.rapport.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BlocksIT extends OpenedPages {

  private static final String LIST = "/my/follow-ups";
  private static final String BLOCKS = LIST + "/blocks";

  @Test
  void whom_one_blocks_is_on_a_page_of_ones_own_and_nowhere_else() {
    open("ana", "ben", "chi");
    block("ana", "ben");
    CLOCK.set(conference.ends.plus(Duration.ofDays(1)));
    block("ana", "chi");
    assertThat(platform().open(LIST, cookie("ana", "en")).body())
        .contains("href=\"" + BLOCKS + "\"");
    var page = blocks("ana", "en");
    assertThat(page).contains("People you blocked", "Dr. ben &lt;b&gt;", "Blocked since");
    assertThat(page.indexOf(contact("chi"))).isLessThan(page.indexOf(contact("ben")));
    assertThat(blocks("ana", "de")).contains("<html lang=\"de\">", "Sperre aufheben");
    assertThat(blocks("ben", "en")).contains("You have blocked nobody").doesNotContain("Dr. ana");
    assertThat(platform().open(BLOCKS).statusCode()).isEqualTo(401);
    var cursor = BLOCKS + "?cursor=nonsense";
    assertThat(platform().open(cursor, cookie("ana", "en")).statusCode()).isEqualTo(422);
  }

  @Test
  void a_lifted_block_is_gone_what_it_ended_stays_ended_and_the_others_hear_of_it() {
    open("ana", "ben");
    block("ana", "ben");
    awaitState("settled", "ben", "ana");
    var ended = view("ben", "ana");
    assertThat(lift("ana", "ben")).contains("The block is lifted", "You have blocked nobody");
    assertThat(lift("ana", "ben")).contains("there is no block of yours");
    assertThat(view("ana", "ben").path("outcome").asString()).isEqualTo("withdrawn");
    assertThat(view("ana", "ben").path("answer").asString()).isEqualTo("none");
    assertThat(view("ben", "ana")).isEqualTo(ended);
    awaitSaid("ana", said -> said.path("answer").asString().equals("none"));
    var bens = as("person", conference.external("ben")).get(api("ben", "/follow-ups")).body();
    assertThat(bens.path("items").get(0).has("reason")).isFalse();
    assertThat(bens.path("items").get(0).path("answer").asString()).isEqualTo("none");
  }

  @Test
  void nobody_lifts_the_others_block() {
    open("ana", "ben");
    block("ana", "ben");
    block("ben", "ana");
    assertThat(platform().delete(blockOf("ana", "ben")).status()).isEqualTo(204);
    assertThat(listed("ana")).isEmpty();
    assertThat(listed("ben")).hasSize(1);
    assertThat(view("ben", "ana").path("answer").asString()).isEqualTo("blocked");
    assertThat(platform().delete(blockOf("ana", "ben")).status()).isEqualTo(204);
    assertThat(listed("ben")).hasSize(1);
  }

  @Test
  void who_answers_a_mail_with_a_block_can_lift_it_too() {
    var link = inviteToBen("en");
    act(link, id("ana", "ben").toString(), "block");
    assertThat(listed("ben")).hasSize(1);
    assertThat(listed("ana")).isEmpty();
    assertThat(lift("ben", "ana")).contains("The block is lifted");
    assertThat(page(link)).contains("data-answer=\"none\"");
    assertThat(act(link, id("ana", "ben").toString(), "accept"))
        .contains("data-answer=\"accepted\"");
  }

  @Test
  void who_meets_again_after_the_block_is_followed_up_again() {
    open("ana", "ben");
    block("ana", "ben");
    conference.parts("ana", "ben");
    awaitState("settled", "ben", "ana");
    lift("ana", "ben");
    conference.reported = CLOCK.now().plusSeconds(1);
    conference.meet("ana", "ben");
    awaitState("withOwner", "ana", "ben");
    awaitState("withOwner", "ben", "ana");
    assertThat(listed("ana")).isEmpty();
  }

  @Test
  void a_report_that_comes_while_one_blocks_the_other_reopens_neither_direction() {
    open("ana", "ben");
    block("ana", "ben");
    awaitState("settled", "ben", "ana");
    conference.registers("chi", List.of());
    conference.reported = CLOCK.now().plusSeconds(1);
    conference.meet("ana", "ben");
    for (var name : List.of("ana", "ben")) {
      conference.meet(name, "chi"); // of the same owner, so it is heard later
      awaitState("withOwner", name, "chi");
    }
    assertThat(view("ana", "ben").path("state").asString()).isEqualTo("settled");
    assertThat(view("ben", "ana").path("state").asString()).isEqualTo("settled");
  }

  @Test
  void blocks_are_read_page_by_page_by_nobody_but_their_owner() {
    open("ana", "ben", "chi", "dan");
    List.of("ben", "chi", "dan").forEach(name -> block("ana", name));
    var first = platform().get(api("ana", "/blocks?limit=2"));
    assertThat(first.body().path("items")).hasSize(2);
    assertThat(first.body().path("items").get(0).path("name").asString()).startsWith("Dr. ");
    var rest = platform().get(api("ana", "/blocks?limit=2&cursor=" + first.text("next")));
    assertThat(rest.body().path("items")).hasSize(1);
    assertThat(rest.body().has("next")).isFalse();
    assertThat(platform().get(api("ana", "/blocks?cursor=x")).problem())
        .isEqualTo("invalid-cursor");
    var ben = as("person", conference.external("ben"));
    assertThat(ben.get(api("ana", "/blocks")).problem()).isEqualTo("not-yours");
    assertThat(ben.delete(blockOf("ana", "ben")).status()).isEqualTo(403);
    assertThat(platform().delete(api("ana", "/blocks/nonsense")).status()).isEqualTo(400);
    assertThat(platform().delete(api("ana", "/blocks/" + UUID.randomUUID())).status())
        .isEqualTo(204);
    assertThat(listed("ana")).hasSize(3);
  }

  @Test
  void who_is_reported_by_the_platform_is_as_one_reported_on_a_page() {
    conference.isAnnounced();
    conference.has("ana");
    List.of("ben", "chi", "dan").forEach(name -> conference.registers(name, false, true));
    CLOCK.set(conference.noon);
    conference.scans("ana", "ben");
    conference.scans("ana", "chi");
    awaitState("scheduled", "ana", "ben");
    awaitState("scheduled", "ana", "chi");
    for (var name : List.of("ben", "chi")) {
      var report = Map.of("contact", contact("ana"));
      var first = platform().post(api(name, "/abuse-reports"), report);
      assertThat(first.status()).isEqualTo(200);
      assertThat(first.text("contact")).isEqualTo(contact("ana"));
      assertThat(platform().post(api(name, "/abuse-reports"), report).body())
          .isEqualTo(first.body());
      assertThat(view("ana", name).path("reason").asString()).isEqualTo("blocked");
    }
    // The report outlives the block.
    assertThat(platform().delete(blockOf("ben", "ana")).status()).isEqualTo(204);
    conference.scans("ana", "dan");
    CLOCK.set(conference.ends);
    awaitState("withOwner", "ana", "dan");
  }

  @Test
  void a_report_names_somebody_whom_one_met() {
    open("ana", "ben");
    conference.registers("eve", false, true);
    var path = api("ana", "/abuse-reports");
    await().until(() -> platform().get(api("eve", "/blocks")).status() == 200);
    assertThat(platform().post(path, Map.of("contact", contact("eve"))).status()).isEqualTo(404);
    assertThat(platform().post(path, Map.of("contact", contact("ana"))).status()).isEqualTo(404);
    assertThat(platform().post(path, Map.of("contact", "ben")).problem())
        .isEqualTo("invalid-field");
    assertThat(platform().post(path, Map.of()).problem()).isEqualTo("invalid-field");
    var ben = as("person", conference.external("ben"));
    assertThat(ben.post(path, Map.of("contact", contact("ben"))).status()).isEqualTo(403);
  }

  @Test
  void an_erasure_leaves_no_block() {
    open("ana", "ben");
    block("ana", "ben");
    conference.erases("ben");
    await().until(() -> listed("ana").isEmpty());
    assertThat(platform().get(api("ben", "/blocks")).status()).isEqualTo(410);
    var report = Map.of("contact", contact("ben"));
    assertThat(platform().post(api("ana", "/abuse-reports"), report).problem())
        .isEqualTo("person-erased");
    assertThat(platform().open(BLOCKS, KEYS.cookie(conference.person("ben"), "en")).statusCode())
        .isEqualTo(410);
  }

  /** The first met all the others, and each has the other on their list. */
  private void open(String owner, String... contacts) {
    conference.isAnnounced();
    conference.registers(owner, List.of());
    CLOCK.set(conference.noon);
    for (var contact : contacts) {
      conference.registers(contact, List.of());
      conference.meet(owner, contact);
    }
    for (var contact : contacts) {
      awaitState("waiting", owner, contact);
      awaitState("waiting", contact, owner);
    }
    CLOCK.set(conference.ends);
    for (var contact : contacts) {
      awaitState("withOwner", owner, contact);
      awaitState("withOwner", contact, owner);
    }
  }

  private void block(String owner, String contact) {
    assertThat(platform().post(actPath(owner, contact, "block")).status()).isEqualTo(200);
  }

  private String lift(String owner, String contact) {
    var form = Map.of("contact", contact(contact), "act", "lift");
    var answer = platform().submit(BLOCKS, cookie(owner, "en"), form);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private void awaitSaid(String owner, Predicate<JsonNode> last) {
    await()
        .until(
            () -> BROKER.values("followup-settled", conference.person(owner)),
            all -> !all.isEmpty() && last.test(all.getLast()));
  }

  private JsonNode listed(String name) {
    return platform().get(api(name, "/blocks")).body().path("items");
  }

  private String blocks(String name, String language) {
    var answer = platform().open(BLOCKS, cookie(name, language));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private String api(String name, String path) {
    return "/people/" + conference.external(name) + path;
  }

  private String blockOf(String owner, String contact) {
    return api(owner, "/blocks/" + contact(contact));
  }

  private String contact(String name) {
    return conference.person(name).toString();
  }

  private String cookie(String name, String language) {
    return KEYS.cookie(conference.person(name), language);
  }
}
