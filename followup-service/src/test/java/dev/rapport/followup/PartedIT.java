package dev.rapport.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What is queued about two people when one wants nothing of the other any more. */
class PartedIT extends OpenedPages {

  @ParameterizedTest
  @CsvSource({"ana,ben,block", "ben,ana,block", "ana,ben,not-met", "ben,ana,not-met"})
  void a_reminder_that_is_queued_is_taken_back_whoever_said_so(
      String one, String other, String word) {
    var ask = remindedOfBen();
    says(one, other, word);
    awaitTakenBack("ana", tie("ana", "ben"));
    conference.answers(ask, "cancelled", conference.noon);
    await().until(() -> !list("ana").containsKey("ask"));
    assertThat(list("ana")).doesNotContainKey("told");
    var due = platform().get("/people/" + conference.external("ana") + "/due").body();
    assertThat(due.path("items")).isEmpty();
  }

  @Test
  void a_block_of_one_leaves_reminders_of_others_as_they_are() {
    conference.registers("ana", List.of());
    conference.registers("chi", List.of());
    conference.logs("ana", "chi", "greet", conference.noon);
    await().until(() -> platform().get(ties("ana", "chi")).status() == 200);
    keepDaily("ana", "chi");
    var ask = remindedOfBen();
    assertThat(ask.path("items")).hasSize(2);
    says("ben", "ana", "block");
    awaitTakenBack("ana", tie("ana", "ben"));
    conference.answers(conference.only(ask, tie("ana", "ben")), "cancelled", conference.noon);
    await()
        .until(
            () -> list("ana").get("ask", Document.class).getList("items", UUID.class),
            List.of(tie("ana", "chi"))::equals);
  }

  @ParameterizedTest
  @CsvSource({"ana,ben", "con,ben", "ben,con"})
  void an_introduction_that_is_queued_is_taken_back(String one, String other) {
    conference.isAnnounced();
    conference.registers("con", List.of(), "introduceOthers");
    conference.registers("ana", List.of("Jazz"), "beIntroduced");
    conference.registers("ben", List.of("jazz"), "beIntroduced");
    CLOCK.set(conference.noon);
    conference.meet(one, other);
    awaitState("waiting", one, other);
    var introduction = conference.suggests("con", "ana", "ben");
    awaitAsk("con", "list", conference.noon);
    says(one, other, "block");
    awaitTakenBack("con", introduction);
  }

  @Test
  void who_was_to_be_brought_together_with_somebody_is_named_no_more() {
    conference.registers("ana", List.of());
    conference.registers("chi", List.of("jazz"), "beIntroduced");
    conference.meet("ben", "chi");
    conference.logs("ana", "chi", "greet", conference.noon);
    conference.logs("ana", "ben", "ask", conference.noon);
    conference.logs("ana", "ben", "ask", conference.noon.plusSeconds(60));
    await().until(() -> platform().get(ties("ana", "chi")).status() == 200);
    var item = remindedOfBen().path("items").get(0);
    assertThat(item.path("other").asString()).isEqualTo(conference.person("chi").toString());
    says("chi", "ben", "block");
    await()
        .until(
            () ->
                conference.asksFor("ana").stream()
                    .filter(a -> a.path("kind").asString().equals("ask"))
                    .flatMap(a -> a.path("items").valueStream())
                    .filter(i -> i.path("followUp").equals(item.path("followUp")))
                    .filter(i -> i.path("rev").asLong() > item.path("rev").asLong())
                    .anyMatch(i -> i.path("give").asString("").equals("thanks")));
  }

  @Test
  void who_accepts_and_then_blocks_from_their_own_list_is_not_told_of() {
    var link = inviteToBen("en");
    CLOCK.set(conference.dayAfter(1));
    act(link, "all", "accept");
    var ask = awaitAsk("ana", "list", conference.dayAfter(1));
    assertThat(ask.path("items").get(0).path("about").asString()).isEqualTo("accepted");
    says("ben", "ana", "block");
    awaitTakenBack("ana", id("ana", "ben"));
  }

  /** They met, and Ana wants to be in touch daily; returns the mail that is asked for. */
  private JsonNode remindedOfBen() {
    conference.isAnnounced();
    conference.registers("ana", List.of(), "nurture");
    conference.registers("ben", List.of("Jazz"), "beIntroduced");
    CLOCK.set(conference.noon);
    conference.meet("ana", "ben");
    awaitState("waiting", "ana", "ben");
    awaitState("waiting", "ben", "ana");
    var due = "/people/" + conference.external("ben") + "/due";
    await().until(() -> platform().get(due).status() == 200);
    keepDaily("ana", "ben");
    // A look at the list that begins before the clock jumps would end after it.
    await().until(() -> list("ana").getDate("wakeAt").toInstant().isAfter(conference.noon));
    CLOCK.set(conference.noon.plus(Duration.ofHours(25)));
    return awaitAsk("ana", "list", conference.dayAfter(0));
  }

  private void keepDaily(String owner, String contact) {
    var kept = platform().put(ties(owner, contact) + "/cadence", Map.of("days", 1));
    assertThat(kept.status()).isEqualTo(200);
  }

  private void says(String one, String other, String word) {
    await().until(() -> view(one, other).has("state"));
    assertThat(platform().post(actPath(one, other, word)).status()).isEqualTo(200);
  }

  private void awaitTakenBack(String recipient, UUID item) {
    await()
        .until(
            () ->
                conference.asksFor(recipient).stream()
                    .filter(a -> a.path("kind").asString().equals("cancel"))
                    .flatMap(a -> a.path("items").valueStream())
                    .anyMatch(i -> i.path("followUp").asString().equals(item.toString())));
  }

  private String ties(String owner, String contact) {
    return "/people/%s/ties/%s".formatted(conference.external(owner), conference.person(contact));
  }

  private UUID tie(String owner, String contact) {
    return ids.of("tie", conference.person(owner), conference.person(contact));
  }

  private Document list(String owner) {
    var list = database.getCollection("lists").find(new Document("_id", conference.person(owner)));
    return Objects.requireNonNull(list.first());
  }
}
