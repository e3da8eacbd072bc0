package dev.rapport.contacts.agree;

import static dev.rapport.contacts.Api.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.contacts.ServiceIT;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WelcomePageIT extends ServiceIT {

  private final Instant soon = Instant.now().plus(Duration.ofDays(3));

  @BeforeEach
  void ana_attends() {
    announce(soon, soon.plus(Duration.ofDays(2)), "planned");
    attends("ana", "B-1", soon);
    api.put(path("ana"), Map.of("name", "Ana", "phone", "+43 1 000000", "locale", "en"));
    await()
        .atMost(Duration.ofSeconds(45))
        .until(() -> anyone().get(link("ana")).body().contains("Autumn Congress"));
  }

  @Test
  void everything_is_off_until_it_is_given_and_looking_changes_nothing() {
    var page = anyone().get(link("ana"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("How would you like to be followed up?", "Write in my name", "Autumn Congress")
        .doesNotContain("checked", "+43 1 000000");
    assertThat(person("ana", "rev").asInt()).isEqualTo(1);
  }

  @Test
  void what_is_agreed_to_is_stored_word_by_word_and_told() {
    var write = "writeInMyName:" + eventId();
    var saved =
        anyone()
            .post(
                link("ana"),
                "shown",
                write,
                "shown",
                "receiveInvitations",
                "shown",
                "beSensed",
                "agree",
                write,
                "agree",
                "receiveInvitations",
                "channel",
                "mastodon",
                "channel",
                "email",
                "channel",
                "mastodon",
                "channel",
                "",
                "interests",
                "Kafka, trains",
                "mastodon",
                "@ana@social.example",
                "phone",
                "");
    assertThat(saved.statusCode()).isEqualTo(200);
    assertThat(saved.body()).contains("Saved.", "checked", "Yes since");
    var consents = person("ana", "consents").valueStream().toList();
    assertThat(consents).hasSize(2);
    var forEvent = find(consents, "writeInMyName");
    assertThat(forEvent.path("given").asBoolean()).isTrue();
    assertThat(forEvent.path("event").asString()).isEqualTo(event);
    assertThat(forEvent.path("source").asString()).isEqualTo("welcome");
    assertThat(forEvent.path("wording").asString())
        .isEqualTo(
            "Write in my name to those whom I report to have met at Autumn Congress, and say that I would like to stay in touch.");
    var told = TOPICS.values("person-changed", personId("ana")).getLast();
    assertThat(told.path("channels").toString()).isEqualTo("[\"mastodon\",\"email\"]");
    assertThat(told.path("interests").toString()).isEqualTo("[\"kafka\",\"trains\"]");
    assertThat(told.path("phone").asString()).isEqualTo("+43 1 000000");
    assertThat(told.path("profiles").path("mastodon").asString()).isEqualTo("ana@social.example");
    // The same again says nothing new.
    var rev = person("ana", "rev").asInt();
    anyone().post(link("ana"), "shown", write, "agree", write, "shown", "beSensed");
    assertThat(person("ana", "rev").asInt()).isEqualTo(rev);
  }

  @Test
  void what_cannot_be_taken_saves_nothing_and_is_shown_again() {
    var refused =
        anyone()
            .post(
                link("ana"),
                "shown",
                "nurture",
                "agree",
                "nurture",
                "phone",
                "call me",
                "seeks",
                "funding");
    assertThat(refused.body())
        .contains("Nothing was saved. Please correct: Telephone.", "call me", "funding")
        .contains("aria-invalid=\"true\"");
    assertThat(person("ana", "rev").asInt()).isEqualTo(1);
  }

  @Test
  void it_speaks_the_persons_language_and_keeps_the_words_that_were_shown() {
    api.put(path("ana"), Map.of("name", "Ana", "locale", "de-AT"));
    assertThat(anyone().get(link("ana")).body()).contains("<html lang=\"de\"", "in meinem Namen");
    anyone().post(link("ana"), "shown", "shareEmail", "agree", "shareEmail");
    assertThat(
            find(person("ana", "consents").valueStream().toList(), "shareEmail")
                .path("wording")
                .asString())
        .isEqualTo("Meine Mailadresse.");
  }

  @Test
  void only_its_own_link_opens_it() {
    var list = SESSIONS.link(personId("ana"), "list", "list", soon);
    assertThat(anyone().get("/welcome/" + list).statusCode()).isEqualTo(403);
    var old = SESSIONS.link(personId("ana"), "welcome", "welcome", Instant.now().minusSeconds(60));
    assertThat(anyone().get("/welcome/" + old).statusCode()).isEqualTo(410);
    assertThat(anyone().get(link("ana") + "x").statusCode()).isEqualTo(403);
    api.delete(path("ana"));
    assertThat(anyone().get(link("ana")).statusCode()).isEqualTo(410);
    assertThat(anyone().post(link("ana"), "shown", "nurture").statusCode()).isEqualTo(410);
    assertThat(anyone().get(link("nobody")).statusCode()).isEqualTo(404);
  }

  @Test
  void on_their_own_page_people_see_since_when_and_from_where_and_take_it_back() {
    anyone().post(link("ana"), "shown", "beSensed", "agree", "beSensed");
    var own = pagesOf("ana", "en");
    var page = own.get("/my/contacts/consents");
    assertThat(page.body())
        .contains("What I agree to", "(welcome page)", "value=\"+43 1 000000\"", "/my/channels");
    var saved =
        own.post("/my/contacts/consents", "shown", "beSensed", "phone", "", "channel", "email");
    assertThat(saved.body()).contains("It counts from now on.", "No since", "(this page)");
    var told = TOPICS.values("person-changed", personId("ana")).getLast();
    assertThat(told.has("phone")).isFalse();
    assertThat(told.path("consents").get(0).path("given").asBoolean()).isFalse();
    assertThat(anyone().get("/my/contacts/consents").statusCode()).isEqualTo(401);
  }

  @Test
  void an_answer_about_one_event_stands_beside_another_about_all() {
    api.post(
        path("ana") + "/consents",
        Map.of(
            "consents",
            List.of(
                Map.of(
                    "purpose", "writeInMyName",
                    "given", true,
                    "at", "2026-09-01T10:00:00Z",
                    "source", "<form>",
                    "wording", "Write."))));
    var own = pagesOf("ana", "en");
    assertThat(own.get("/my/contacts/consents").body())
        .contains("at every event", "(&lt;form&gt;)");
    var one = "writeInMyName:" + eventId();
    // No longer for all, but for this one all the same.
    own.post("/my/contacts/consents", "shown", "writeInMyName", "shown", one, "agree", one);
    var told = TOPICS.values("person-changed", personId("ana")).getLast().path("consents");
    assertThat(
            find(told.valueStream().toList(), "writeInMyName", eventId()).path("given").asBoolean())
        .isTrue();
    assertThat(find(told.valueStream().toList(), "writeInMyName", null).path("given").asBoolean())
        .isFalse();
  }

  private String link(String name) {
    return "/welcome/" + SESSIONS.link(personId(name), "welcome", "welcome", soon);
  }

  private String path(String name) {
    return "/people/" + segment(person(name));
  }

  private JsonNode person(String name, String field) {
    return api.get(path(name)).body().path(field);
  }

  private static JsonNode find(List<JsonNode> consents, String purpose) {
    return consents.stream()
        .filter(consent -> consent.path("purpose").asString().equals(purpose))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode find(List<JsonNode> consents, String purpose, @Nullable Object event) {
    return consents.stream()
        .filter(consent -> consent.path("purpose").asString().equals(purpose))
        .filter(
            consent ->
                consent.path("event").asString("").equals(event == null ? "" : event.toString()))
        .findFirst()
        .orElseThrow();
  }
}
