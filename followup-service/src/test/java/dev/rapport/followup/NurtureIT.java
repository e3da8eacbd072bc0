package dev.rapport.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class NurtureIT extends ServiceIT {

  @Test
  void whom_one_is_losing_touch_with_comes_onto_the_list_and_at_most_monthly_by_itself() {
    areFriends();
    conference.registers("ana", List.of("Jazz"), "nurture");
    keep("ana", "ben", Map.of("days", 14));
    CLOCK.set(after(14));
    var ask = awaitAsk("ana", "list", conference.dayAfter(14));
    var item = ask.path("items").get(0);
    assertThat(item.path("about").asString()).isEqualTo("cadence");
    assertThat(item.path("person").asString()).isEqualTo(conference.person("ben").toString());
    assertThat(item.path("topics").get(0).asString()).isEqualTo("Jazz");
    conference.answers(ask, "delivered", after(14));
    await().until(() -> !list("ana").containsKey("ask"));

    CLOCK.set(after(44));
    awaitAsk("ana", "list", conference.dayAfter(44));
    assertThat(reminders("ana")).hasSize(2);
  }

  @Test
  void nobody_is_reminded_who_did_not_ask_for_it_or_takes_it_back() {
    areFriends();
    keep("ana", "ben", Map.of("days", 14));
    CLOCK.set(after(15));
    await().until(() -> !list("ana").containsKey("wakeAt"));
    assertThat(reminders("ana")).isEmpty();
    conference.registers("ana", List.of(), "nurture");
    awaitAsk("ana", "list", conference.dayAfter(15));
    conference.registers("ana", List.of());
    await().until(() -> !takenBack("ana").isEmpty());
  }

  @Test
  void a_cadence_starts_again_at_each_interaction() {
    areFriends();
    conference.registers("ana", List.of(), "nurture");
    keep("ana", "ben", Map.of("days", 14));
    CLOCK.set(after(10));
    conference.logs("ana", "ben", "ask", after(10));
    await().until(() -> dueAt().equals(after(24)));
    assertThat(tie("ana", "ben").path("balance").path("ask").asInt()).isEqualTo(1);
    // Heard again, it counts once.
    conference.repeatsItself();
    CLOCK.set(after(16));
    conference.logs("ana", "ben", "give", after(16));
    await().until(() -> tie("ana", "ben").path("balance").path("give").asInt() == 1);
    assertThat(tie("ana", "ben").path("balance").path("ask").asInt()).isEqualTo(1);
    assertThat(reminders("ana")).isEmpty();
  }

  @Test
  void before_a_third_ask_in_a_row_the_list_says_what_to_give() {
    areFriends();
    conference.registers("ana", List.of(), "nurture");
    conference.registers("ben", List.of("Jazz"), "beIntroduced");
    conference.registers("chi", List.of("jazz"), "beIntroduced");
    conference.logs("ana", "chi", "greet", conference.noon);
    conference.logs("ana", "ben", "ask", after(1));
    conference.logs("ana", "ben", "ask", after(2));
    await().until(() -> tie("ana", "ben").path("balance").path("asksInARow").asInt() == 2);
    await().until(() -> platform().get(ties("ana", "chi")).status() == 200);
    keep("ana", "ben", Map.of("days", 14));
    CLOCK.set(after(16));
    var item = awaitAsk("ana", "list", conference.dayAfter(16)).path("items").get(0);
    assertThat(item.path("give").asString()).isEqualTo("introduction");
    assertThat(item.path("other").asString()).isEqualTo(conference.person("chi").toString());
    assertThat(item.path("topics").get(0).asString()).isEqualTo("Jazz");
  }

  @Test
  void tags_snoozes_and_pauses_say_when() {
    areFriends();
    conference.registers("ana", List.of(), "nurture");
    var tags = people("ana") + "/habits/tags/friends%20%2F%20old";
    assertThat(platform().put(tags, Map.of("days", 10)).status()).isEqualTo(200);
    keep("ana", "ben", Map.of("tag", "friends / old"));
    assertThat(dueAt()).isEqualTo(after(10));
    platform().put(ties("ana", "ben") + "/snooze", Map.of("until", after(15).toString()));
    assertThat(dueAt()).isEqualTo(after(15));
    platform().put(people("ana") + "/habits/pause", Map.of("until", after(18).toString()));
    assertThat(dueAt()).isEqualTo(after(18));
    platform().delete(people("ana") + "/habits/pause");
    platform().delete(ties("ana", "ben") + "/snooze");
    assertThat(dueAt()).isEqualTo(after(10));
    platform().delete(ties("ana", "ben") + "/cadence");
    assertThat(tie("ana", "ben").has("dueAt")).isFalse();
  }

  @Test
  void what_cannot_be_is_refused_with_its_reason() {
    areFriends();
    var cadence = ties("ana", "ben") + "/cadence";
    assertThat(platform().put(cadence, Map.of("days", 0)).problem()).isEqualTo("invalid-field");
    assertThat(platform().put(cadence, Map.of()).problem()).isEqualTo("invalid-field");
    assertThat(as("person", conference.external("ben")).put(cadence, Map.of("days", 9)).status())
        .isEqualTo(403);
    var stranger = platform().put(ties("ana", "zoe") + "/cadence", Map.of("days", 9));
    assertThat(stranger.status()).isEqualTo(404);
  }

  @Test
  void an_erasure_of_either_leaves_no_tie() {
    areFriends();
    keep("ana", "ben", Map.of("days", 30));
    platform().put(people("ana") + "/habits/tags/old", Map.of("days", 10));
    conference.erases("ben");
    var ofAna = new Document("owner", conference.person("ana"));
    await().until(() -> database.getCollection("ties").countDocuments(ofAna) == 0);
    assertThat(platform().get(ties("ana", "ben")).status()).isEqualTo(410);
    conference.erases("ana");
    var own = new Document("_id", conference.person("ana"));
    await().until(() -> database.getCollection("habits").countDocuments(own) == 0);
    // What is heard late of the erased is not kept.
    conference.logs("ana", "ben", "greet", conference.noon);
    conference.registers("chi", List.of());
    conference.logs("chi", "dan", "greet", conference.noon);
    var ofChi = new Document("owner", conference.person("chi"));
    await().until(() -> database.getCollection("ties").countDocuments(ofChi) == 1);
    assertThat(database.getCollection("ties").countDocuments(ofAna)).isZero();
  }

  /** They met, and each was written to at the event's end. */
  private void areFriends() {
    conference.isAnnounced();
    conference.has("ana", "ben");
    CLOCK.set(conference.noon);
    conference.meet("ana", "ben");
    awaitState("scheduled", "ana", "ben");
    awaitState("scheduled", "ben", "ana");
    CLOCK.set(conference.ends);
    for (var one : List.of("ana", "ben")) {
      var ask = awaitAsk(one, "invite", conference.dayAfter(0));
      conference.answers(ask, "delivered", conference.ends);
    }
    awaitState("settled", "ana", "ben");
    awaitState("settled", "ben", "ana");
    conference.registers("ana", List.of("Jazz"));
    conference.registers("ben", List.of("jazz"));
  }

  /** So many days after they were written to. */
  private Instant after(int days) {
    return conference.ends.plus(Duration.ofDays(days));
  }

  private void keep(String owner, String contact, Map<String, Object> cadence) {
    assertThat(platform().put(ties(owner, contact) + "/cadence", cadence).status()).isEqualTo(200);
  }

  private Instant dueAt() {
    return Instant.parse(tie("ana", "ben").path("dueAt").asString());
  }

  private JsonNode tie(String owner, String contact) {
    return platform().get(ties(owner, contact)).body();
  }

  private String people(String name) {
    return "/people/" + conference.external(name);
  }

  private String ties(String owner, String contact) {
    return people(owner) + "/ties/" + conference.person(contact);
  }

  /** The days of the mails that remind them; an ask may be repeated. */
  private List<String> reminders(String owner) {
    return conference.asksFor(owner).stream()
        .filter(a -> a.path("kind").asString().equals("ask"))
        .filter(a -> a.path("items").get(0).path("about").asString("").equals("cadence"))
        .map(a -> a.path("slot").asString())
        .distinct()
        .toList();
  }

  private Document list(String owner) {
    var list = database.getCollection("lists").find(new Document("_id", conference.person(owner)));
    return Objects.requireNonNull(list.first());
  }

  private List<JsonNode> takenBack(String owner) {
    return conference.asksFor(owner).stream()
        .filter(a -> a.path("kind").asString().equals("cancel"))
        .filter(a -> a.path("items").get(0).path("rev").asLong() == Integer.MAX_VALUE)
        .toList();
  }
}
