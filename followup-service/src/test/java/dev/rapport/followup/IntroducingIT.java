package dev.rapport.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class IntroducingIT extends ServiceIT {

  @Test
  void a_connector_is_told_once_whom_they_could_bring_together() {
    allAgree();
    var introduction = conference.suggests("con", "ana", "ben");
    var ask = awaitAsk("con", "list", conference.noon);
    assertThat(ask.path("items")).hasSize(1);
    var item = ask.path("items").get(0);
    assertThat(item.path("about").asString()).isEqualTo("introduction");
    assertThat(item.path("followUp").asString()).isEqualTo(introduction.toString());
    assertThat(item.path("person").asString()).isEqualTo(conference.person("ana").toString());
    assertThat(item.path("other").asString()).isEqualTo(conference.person("ben").toString());
    assertThat(item.path("topics").get(0).asString()).isEqualTo("Jazz");
    conference.answers(ask, "delivered", conference.noon);
    await()
        .until(
            () ->
                database
                        .getCollection("introductions")
                        .countDocuments(new Document("_id", introduction).append("told", true))
                    == 1);
  }

  @Test
  void who_takes_the_consent_back_is_taken_back_before_the_mail() {
    allAgree();
    var introduction = conference.suggests("con", "ana", "ben");
    awaitAsk("con", "list", conference.noon);
    conference.registers("ben", List.of());
    await()
        .until(
            () ->
                conference.asksFor("con").stream()
                    .anyMatch(
                        a ->
                            a.path("kind").asString().equals("cancel")
                                && a.path("items")
                                    .get(0)
                                    .path("followUp")
                                    .asString()
                                    .equals(introduction.toString())));
  }

  @Test
  void nobody_brings_two_together_of_whom_one_has_blocked_the_other() {
    allAgree();
    blocks("ben", "ana");
    conference.suggests("con", "ana", "ben");
    onlyThisIsLeft("ana");
  }

  @Test
  void who_has_blocked_the_connector_is_not_named_to_them() {
    allAgree();
    blocks("ana", "con");
    conference.suggests("con", "ana", "ben");
    onlyThisIsLeft("ben");
  }

  private void blocks(String one, String other) {
    conference.meet(one, other);
    awaitState("waiting", one, other);
    platform()
        .post(
            "/people/%s/follow-ups/%s/block"
                .formatted(conference.external(one), conference.followUp(one, other)));
  }

  /** Of what the connector is told there is nothing but this person and Dan. */
  private void onlyThisIsLeft(String person) {
    conference.registers("dan", List.of(), "beIntroduced");
    var left = conference.suggests("con", person, "dan");
    var items = awaitAsk("con", "list", conference.noon).path("items");
    assertThat(items).hasSize(1);
    assertThat(items.get(0).path("followUp").asString()).isEqualTo(left.toString());
  }

  @Test
  void an_erasure_of_any_of_the_three_leaves_nothing() {
    allAgree();
    var introduction = conference.suggests("con", "ana", "ben");
    awaitAsk("con", "list", conference.noon);
    conference.erases("ana");
    await()
        .until(
            () ->
                database
                        .getCollection("introductions")
                        .countDocuments(new Document("_id", introduction))
                    == 0);
  }

  private void allAgree() {
    conference.isAnnounced();
    conference.registers("con", List.of(), "introduceOthers");
    conference.registers("ana", List.of("Jazz"), "beIntroduced");
    conference.registers("ben", List.of("jazz"), "beIntroduced");
    CLOCK.set(conference.noon);
  }
}
