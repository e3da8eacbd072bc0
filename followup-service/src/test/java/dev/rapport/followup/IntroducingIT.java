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
    conference.meet("ana", "ben");
    awaitState("waiting", "ben", "ana");
    var block = "/people/%s/follow-ups/%s/block";
    var ofBen = conference.followUp("ben", "ana");
    platform().post(block.formatted(conference.external("ben"), ofBen));
    conference.suggests("con", "ana", "ben");
    conference.registers("dan", List.of(), "beIntroduced");
    var other = conference.suggests("con", "ana", "dan");
    var items = awaitAsk("con", "list", conference.noon).path("items");
    assertThat(items).hasSize(1);
    assertThat(items.get(0).path("followUp").asString()).isEqualTo(other.toString());
  }

  @Test
  void who_has_blocked_the_connector_is_not_named_to_them() {
    allAgree();
    conference.meet("ana", "con");
    awaitState("waiting", "ana", "con");
    var block = "/people/%s/follow-ups/%s/block";
    var ofAna = conference.followUp("ana", "con");
    platform().post(block.formatted(conference.external("ana"), ofAna));
    conference.suggests("con", "ana", "ben");
    conference.registers("dan", List.of(), "beIntroduced");
    var other = conference.suggests("con", "ben", "dan");
    var items = awaitAsk("con", "list", conference.noon).path("items");
    assertThat(items).hasSize(1);
    assertThat(items.get(0).path("followUp").asString()).isEqualTo(other.toString());
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
