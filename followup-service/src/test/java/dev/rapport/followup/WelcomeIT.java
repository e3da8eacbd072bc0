package dev.rapport.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WelcomeIT extends ServiceIT {

  @Test
  void an_attendee_is_welcomed_once_in_waking_hours_within_two_weeks_of_the_start() {
    comes("ana");
    // The season starts ten days before the event: at once, in Ana's waking hours.
    var ask = awaitWelcome("ana");
    assertThat(ask.path("slot").asString()).isEqualTo(CLOCK.now().toString().substring(0, 10));
    assertThat(ask.path("window").path("from").asString()).endsWith("T08:00:00Z");
    assertThat(ask.path("items").get(0).path("followUp").asString())
        .isEqualTo(conference.attendance("ana").toString());
    assertThat(ask.path("items").get(0).path("event").asString())
        .isEqualTo(conference.event.toString());
    conference.answers(ask, "delivered", CLOCK.now());
    await().until(() -> "delivered".equals(welcome("ana").getString("end")));
    conference.attends("ana", false);
    CLOCK.set(CLOCK.now().plus(Duration.ofDays(3)));
    conference.attends("ana", false);
    await().until(() -> !welcome("ana").containsKey("lookAt"));
    // It may be asked for again under the same id, until it is answered.
    assertThat(welcomes("ana"))
        .extracting(a -> a.path("notification"))
        .containsOnly(ask.path("notification"));
  }

  @Test
  void nobody_is_welcomed_earlier() {
    CLOCK.set(conference.noon.minus(Duration.ofDays(30)));
    comes("ana");
    await().until(() -> welcome("ana").get("lookAt", new Date(0)).toInstant().isAfter(CLOCK.now()));
    assertThat(welcomes("ana")).isEmpty();
    CLOCK.set(welcome("ana").get("lookAt", new Date(0)).toInstant());
    assertThat(awaitWelcome("ana").path("slot").asString())
        .isEqualTo(
            lookAtDay(conference.noon.minus(Duration.ofHours(5)).minus(Duration.ofDays(14))));
  }

  @Test
  void who_does_not_come_after_all_is_not_welcomed() {
    comes("ana");
    var ask = awaitWelcome("ana");
    conference.attends("ana", true);
    await().until(() -> asks("ana", "cancel").size() >= 1);
    var cancel = asks("ana", "cancel").getFirst();
    assertThat(cancel.path("notification")).isEqualTo(ask.path("notification"));
    assertThat(cancel.path("items").get(0).path("rev").asLong())
        .isGreaterThan(ask.path("items").get(0).path("rev").asLong());
    conference.answers(ask, "cancelled", CLOCK.now());
    await().until(() -> !welcome("ana").containsKey("ask"));
    // And when they come all the same, on another day.
    conference.attends("ana", false);
    await().until(() -> lookAt("ana") != null);
    CLOCK.set(CLOCK.now().plus(Duration.ofDays(1)));
    await().until(() -> welcomes("ana").size() >= 2);
  }

  @Test
  void one_that_was_late_is_asked_for_on_the_next_day() {
    comes("ana");
    var ask = awaitWelcome("ana");
    conference.answers(ask, "late", CLOCK.now());
    await().until(() -> lookAt("ana") != null);
    CLOCK.set(CLOCK.now().plus(Duration.ofDays(1)));
    await().until(() -> welcomes("ana").stream().anyMatch(a -> !slot(a).equals(slot(ask))));
  }

  @Test
  void what_nobody_answers_is_asked_again_with_the_same_ids_once_its_day_is_over() {
    comes("ana");
    var ask = awaitWelcome("ana");
    CLOCK.set(CLOCK.now().plus(Duration.ofDays(2)));
    // As after a restart: the pause was reckoned in the machine's time.
    database
        .getCollection("welcomes")
        .updateOne(
            new Document("_id", conference.attendance("ana")),
            new Document("$set", new Document("retryAt", new Date(0))));
    await().until(() -> welcomes("ana").size() >= 2);
    assertThat(welcomes("ana").getLast().path("notification")).isEqualTo(ask.path("notification"));
  }

  @Test
  void an_event_or_person_that_is_heard_of_later_changes_nothing() {
    conference.attends("ana", false);
    await().until(() -> find("ana") != null && !welcome("ana").containsKey("lookAt"));
    conference.has("ana");
    conference.isAnnounced();
    awaitWelcome("ana");
  }

  @Test
  void of_the_erased_nothing_is_left_and_nobody_is_welcomed() {
    comes("ana");
    awaitWelcome("ana");
    conference.erases("ana");
    await().until(() -> find("ana") == null);
    conference.attends("ana", false);
    await().until(() -> find("ana") != null && !welcome("ana").containsKey("lookAt"));
    assertThat(welcome("ana").keySet()).containsOnly("_id", "event", "person", "rev");
  }

  private void comes(String name) {
    conference.isAnnounced();
    conference.has(name);
    conference.attends(name, false);
  }

  private JsonNode awaitWelcome(String name) {
    await().until(() -> !welcomes(name).isEmpty());
    return welcomes(name).getFirst();
  }

  private List<JsonNode> welcomes(String name) {
    return asks(name, "ask");
  }

  private List<JsonNode> asks(String name, String kind) {
    return conference.asksFor(name).stream()
        .filter(a -> a.path("purpose").asString().equals("welcome"))
        .filter(a -> a.path("kind").asString().equals(kind))
        .toList();
  }

  private static String slot(JsonNode ask) {
    return ask.path("slot").asString();
  }

  private static String lookAtDay(Instant moment) {
    return moment.toString().substring(0, 10);
  }

  private @Nullable Instant lookAt(String name) {
    var at = welcome(name).getDate("lookAt");
    return at == null ? null : at.toInstant();
  }

  private Document welcome(String name) {
    var found = find(name);
    return found == null ? new Document() : found;
  }

  private @Nullable Document find(String name) {
    return database
        .getCollection("welcomes")
        .find(new Document("_id", conference.attendance(name)))
        .first();
  }
}
