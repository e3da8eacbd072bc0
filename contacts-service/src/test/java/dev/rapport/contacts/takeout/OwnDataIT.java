package dev.rapport.contacts.takeout;

import static dev.rapport.contacts.Api.met;
import static dev.rapport.contacts.Api.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.contacts.ServiceIT;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnDataIT extends ServiceIT {

  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final Instant noon = Instant.now().minusSeconds(3_600);

  @BeforeEach
  void ana_met_ben() {
    announce(noon.minusSeconds(3_600), noon.plusSeconds(86_400), "open");
    register("ana");
    register("ben", "shareEmail", "sharePhone");
    api.post(reports(), met("k1", person("ana"), person("ben"), noon));
    for (var name : List.of("ana", "ben")) {
      var own = pagesOf(name, "en");
      await()
          .atMost(PATIENCE)
          .until(() -> own.get("/my/contacts").body().contains("Autumn Congress"));
    }
    api.put(
        path("ana") + "/contacts/" + personId("ben"),
        Map.of("notes", "Likes trains", "tags", List.of("kafka")));
  }

  @Test
  void a_name_comes_with_the_meeting_and_addresses_once_both_wish() {
    var before = pagesOf("ana", "en").get("/my/contacts/data/contacts.vcf");
    assertThat(before.statusCode()).isEqualTo(200);
    assertThat(before.headers().firstValue("Content-Type")).hasValue("text/vcard;charset=UTF-8");
    assertThat(before.body())
        .contains("FN:ben", "Likes trains", "CATEGORIES:kafka")
        .doesNotContain("ben@mail.example", "+43 1 0");
    settled("ana", "ben", 3, "accepted");
    await().atMost(PATIENCE).until(() -> take("ana", "csv").contains("ben@mail.example"));
    // What Ben does not share stays with Ben, and nobody's notes are in the other's file.
    assertThat(take("ana", "csv")).contains("+43 1 000000").doesNotContain("Example Ltd");
    assertThat(take("ben", "json")).contains("\"ana\"").doesNotContain("Likes trains", "ana@mail");
    assertThat(pagesOf("ana", "en").get("/my/contacts").body())
        .contains("You both want to stay in touch.", "mailto:ben@mail.example");
    // Taken back, it is gone at once.
    say("ben", "shareEmail", false);
    assertThat(take("ana", "json")).doesNotContain("ben@mail.example");
    assertThat(asPerson("ben").get(path("ana") + "/contacts.json").status()).isEqualTo(403);
  }

  @Test
  void an_older_word_about_both_changes_nothing_and_a_block_hides_addresses() {
    settled("ana", "ben", 3, "accepted");
    await().atMost(PATIENCE).until(() -> take("ana", "csv").contains("ben@mail.example"));
    settled("ana", "ben", 2, "declined");
    settled("ben", "ana", 1, "blocked");
    await().atMost(PATIENCE).until(() -> !take("ana", "csv").contains("ben@mail.example"));
    assertThat(take("ana", "csv")).contains("\"ben\",,");
  }

  @Test
  void people_are_found_by_name_tag_note_and_event_and_noted_about() {
    register("cid");
    api.post(reports(), met("k2", person("cid"), person("ana"), noon.plusSeconds(60)));
    var own = pagesOf("ana", "en");
    await().atMost(PATIENCE).until(() -> own.get("/my/contacts").body().contains("cid"));
    assertThat(own.get("/my/contacts?q=TRAINS").body()).contains("ben").doesNotContain("cid");
    assertThat(own.get("/my/contacts?event=" + eventId()).body()).contains("ben", "cid");
    assertThat(own.get("/my/contacts?q=nothing").body()).contains("Nobody here fits");
    var saved =
        own.post(
            "/my/contacts/" + personId("cid") + "/notes?q=&event=&page=1",
            "notes",
            "Knows <b>funding",
            "tags",
            "seeks, old friend");
    assertThat(saved.statusCode()).isEqualTo(303);
    var shown = own.get(saved.headers().firstValue("Location").orElseThrow()).body();
    assertThat(shown).contains("Saved.", "Knows &lt;b&gt;funding", "seeks, old friend");
    var tooMany = String.join(",", java.util.Collections.nCopies(1, "t".repeat(51)));
    var refused =
        own.post("/my/contacts/" + personId("cid") + "/notes", "notes", "x", "tags", tooMany);
    assertThat(own.get(refused.headers().firstValue("Location").orElseThrow()).body())
        .contains("Nothing was saved");
    // Nobody can note about whom they never met, and nobody sees another's notes.
    assertThat(own.post("/my/contacts/" + personId("dan") + "/notes", "notes", "x").statusCode())
        .isEqualTo(404);
    assertThat(pagesOf("ben", "de").get("/my/contacts").body())
        .contains("Menschen, denen ich begegnet bin")
        .doesNotContain("Likes trains");
  }

  @Test
  void many_are_shown_page_by_page() {
    var batch = new ArrayList<Map<String, Object>>();
    var people = new ArrayList<Map<String, Object>>();
    for (var i = 10; i < 40; i++) {
      people.add(Map.of("person", person("p" + i), "name", "No. " + i));
      batch.add(met("b" + i, person("ana"), person("p" + i), noon.plusSeconds(i)));
    }
    api.post("/people", Map.of("people", people));
    api.post(reports() + "/batch", Map.of("reports", batch));
    var own = pagesOf("ana", "en");
    await().atMost(PATIENCE).until(() -> take("ana", "csv").lines().count() == 32);
    assertThat(own.get("/my/contacts").body()).contains("No. 39").doesNotContain("No. 10");
    assertThat(own.get("/my/contacts?page=2").body()).contains("No. 10").doesNotContain("No. 39");
  }

  @Test
  void everyone_can_have_themselves_erased_in_two_steps() {
    var own = pagesOf("ana", "en");
    assertThat(own.get("/my/contacts/data").body()).contains("/my/contacts/data/erase");
    assertThat(own.get("/my/contacts/data/erase").body()).contains("This cannot be undone.");
    assertThat(own.post("/my/contacts/data/erase").body()).contains("Nothing was erased");
    assertThat(api.get(path("ana")).status()).isEqualTo(200);
    assertThat(own.post("/my/contacts/data/erase", "understood", "yes").body())
        .contains("You are erased");
    assertThat(api.get(path("ana")).status()).isEqualTo(410);
    assertThat(own.get("/my/contacts").statusCode()).isEqualTo(410);
    assertThat(own.get("/my/contacts/data/contacts.csv").statusCode()).isEqualTo(410);
    await().atMost(PATIENCE).until(() -> !take("ben", "json").contains("\"ana\""));
  }

  @Test
  void nobody_gets_in_without_a_session() {
    for (var page : List.of("", "/data", "/data/erase", "/data/contacts.json", "/consents")) {
      assertThat(anyone().get("/my/contacts" + page).statusCode()).isEqualTo(401);
    }
  }

  private String take(String name, String format) {
    return pagesOf(name, "en").get("/my/contacts/data/contacts." + format).body();
  }

  private void register(String name, String... shares) {
    api.put(
        path(name),
        Map.of(
            "name",
            name,
            "email",
            name + "@mail.example",
            "phone",
            "+43 1 000000",
            "organisation",
            "Example Ltd"));
    for (var share : shares) {
      say(name, share, true);
    }
  }

  private void say(String name, String purpose, boolean given) {
    var consent =
        Map.of(
            "purpose",
            purpose,
            "given",
            given,
            "at",
            Instant.now().toString(),
            "source",
            "form",
            "wording",
            "Share it.");
    api.post(path(name) + "/consents", Map.of("consents", List.of(consent)));
  }

  private void settled(String owner, String contact, int rev, String answer) {
    TOPICS.say(
        "followup-settled",
        personId(owner),
        Map.of(
            "followUp", ids.of("follow-up", eventId(), personId(owner), personId(contact)),
            "rev", rev,
            "event", eventId(),
            "owner", personId(owner),
            "contact", personId(contact),
            "at", noon.toString(),
            "answer", answer));
  }

  private String path(String name) {
    return "/people/" + segment(person(name));
  }
}
