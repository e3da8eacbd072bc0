package dev.rapport.contacts.contact;

import static dev.rapport.contacts.Api.met;
import static dev.rapport.contacts.Api.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.contacts.ServiceIT;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContactsIT extends ServiceIT {

  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final Instant noon = Instant.now().minusSeconds(3_600);

  @Test
  void whoever_was_met_is_a_contact_of_both_and_notes_stay_with_their_owner() {
    api.put("/people/" + segment(person("bob")), Map.of("name", "Bob"));
    api.post(reports(), met("k1", person("ada"), person("bob"), noon));
    awaitContacts("ada", 1);
    awaitContacts("bob", 1);
    var path = contacts("ada") + "/" + personId("bob");
    var noted =
        asPerson("ada")
            .put(path, Map.of("notes", "met at the bar\nlikes tea", "tags", List.of("tea")));
    assertThat(noted.status()).isEqualTo(200);
    var mine = asPerson("ada").get(contacts("ada")).items("items").getFirst();
    assertThat(mine.path("name").asString()).isEqualTo("Bob");
    assertThat(mine.path("notes").asString()).contains("tea");
    assertThat(mine.path("meetings").get(0).path("reportedBy").asString()).isEqualTo("owner");
    assertThat(api.get(contacts("bob")).items("items").getFirst().has("notes")).isFalse();
    assertThat(asPerson("bob").get(contacts("ada")).status()).isEqualTo(403);
    assertThat(TOPICS.values("contact-met", personId("bob")).toString()).doesNotContain("tea");
  }

  @Test
  void an_undone_meeting_is_no_contact() {
    var report = api.post(reports(), met("k1", person("ada"), person("bob"), noon)).text("report");
    awaitContacts("ada", 1);
    api.delete(reports() + "/" + report);
    awaitContacts("ada", 0);
  }

  @Test
  void a_block_shows_in_nobodys_contacts() {
    api.post(reports(), met("k1", person("ada"), person("bob"), noon));
    awaitContacts("ada", 1);
    TOPICS.say(
        "followup-settled",
        personId("ada"),
        Map.of(
            "followUp", UUID.randomUUID(),
            "rev", 3,
            "event", eventId(),
            "owner", personId("ada"),
            "contact", personId("bob"),
            "at", noon.toString(),
            "answer", "blocked"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        TOPICS
                            .values("contact-met", personId("ada"))
                            .getLast()
                            .path("reason")
                            .asString())
                    .isEqualTo("blocked"));
    // What is said later has been heard later.
    api.post(reports(), met("k2", person("ada"), person("cid"), noon));
    awaitContacts("ada", 2);
  }

  @Test
  void a_cursor_walks_through_all_contacts_once() {
    for (var i = 0; i < 7; i++) {
      api.post(reports(), met("k" + i, person("ada"), person("c" + i), noon));
    }
    awaitContacts("ada", 7);
    var seen = new HashSet<String>();
    var pages = 0;
    var path = contacts("ada") + "?limit=3";
    for (var next = ""; pages == 0 || !next.isEmpty(); pages++) {
      var page = api.get(path + (next.isEmpty() ? "" : "&cursor=" + next));
      page.items("items").forEach(item -> seen.add(item.path("contact").asString()));
      next = page.text("next");
    }
    assertThat(seen).hasSize(7);
    assertThat(pages).isEqualTo(3);
    assertThat(api.get(contacts("ada") + "?cursor=nonsense").problem()).isEqualTo("invalid-cursor");
    assertThat(api.get(contacts("ada") + "?limit=501").problem()).isEqualTo("invalid-field");
  }

  @Test
  void notes_on_somebody_never_met_are_404() {
    assertThat(api.put(contacts("ada") + "/" + UUID.randomUUID(), Map.of()).status())
        .isEqualTo(404);
    assertThat(api.put(contacts("ada") + "/nonsense", Map.of()).status()).isEqualTo(400);
    assertThat(api.put(contacts("ada") + "/" + UUID.randomUUID(), "{\"notes\": ").problem())
        .isEqualTo("malformed-body");
  }

  private void awaitContacts(String person, int count) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(api.get(contacts(person)).items("items")).hasSize(count));
  }

  private String contacts(String person) {
    return "/people/" + segment(person(person)) + "/contacts";
  }
}
