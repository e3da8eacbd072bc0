package dev.rapport.contacts.person;

import static dev.rapport.contacts.Api.segment;
import static java.time.temporal.ChronoUnit.MILLIS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.contacts.Api;
import dev.rapport.contacts.ServiceIT;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PeopleIT extends ServiceIT {

  private static final String NOON = "2026-09-16T12:00:00Z";
  private static final String LATER = "2026-09-16T13:00:00Z";

  @Test
  void a_person_is_201_first_and_200_repeated_and_known_to_the_broker_by_then() {
    var first = api.put(path("ada"), ada());
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.text("id")).isEqualTo(personId("ada").toString());
    assertThat(said("ada")).hasSize(1);
    var second = api.put(path("ada"), ada());
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(api.get(path("ada")).body()).isEqualTo(first.body());
    assertThat(said("ada")).hasSize(1);
    var said = said("ada").getFirst();
    assertThat(said.path("locale").asString()).isEqualTo("en");
    assertThat(said.path("email").asString()).isEqualTo("ada@example.org");
  }

  @Test
  void a_withdrawal_is_with_the_broker_when_it_is_answered_and_an_older_yes_does_not_undo_it() {
    api.put(path("ada"), ada());
    consent("ada", true, NOON);
    assertThat(consent("ada", false, LATER).status()).isEqualTo(200);
    assertThat(lastGiven("ada")).isFalse();
    consent("ada", true, "2026-09-16T12:30:00Z");
    assertThat(lastGiven("ada")).isFalse();
    assertThat(api.get(path("ada")).items("consents")).hasSize(3);
  }

  @Test
  void a_no_outweighs_an_earlier_yes_by_a_clock_that_runs_ahead_also_when_the_yes_is_repeated() {
    api.put(path("ada"), ada());
    var ahead = Instant.now().plusSeconds(480).truncatedTo(MILLIS).toString();
    consent("ada", true, ahead);
    assertThat(lastGiven("ada")).isTrue();
    var withdrawn = consent("ada", false, Instant.now().toString());
    assertThat(lastGiven("ada")).isFalse();
    assertThat(consent("ada", true, ahead).body()).isEqualTo(withdrawn.body());
    assertThat(lastGiven("ada")).isFalse();
    assertThat(withdrawn.items("consents").getFirst().path("at").asString()).isEqualTo(ahead);
  }

  @Test
  void consents_for_one_event_carry_the_events_id() {
    var body = new HashMap<>(ada());
    body.put(
        "consents",
        List.of(
            Map.of(
                "purpose",
                "writeInMyName",
                "organiser",
                organiser,
                "event",
                event,
                "given",
                true,
                "at",
                NOON,
                "source",
                "form",
                "wording",
                "Write to whom I met.")));
    assertThat(api.put(path("ada"), body).status()).isEqualTo(201);
    assertThat(said("ada").getLast().path("consents").get(0).path("event").asString())
        .isEqualTo(eventId().toString());
  }

  @Test
  void card_and_wishes_are_told_and_stay_when_an_import_does_not_speak_of_them() {
    var body = new HashMap<>(ada());
    body.put("phone", "+43 1 000000");
    body.put("organisation", "Example & Sons");
    body.put("profiles", Map.of("mastodon", "@ada@social.example"));
    body.put("interests", List.of("Kafka", "kafka"));
    body.put("channels", List.of("mastodon", "email"));
    assertThat(api.put(path("ada"), body).status()).isEqualTo(201);
    assertThat(api.put(path("ada"), ada()).body().path("rev").asInt()).isEqualTo(1);
    var said = said("ada").getLast();
    assertThat(said.path("phone").asString()).isEqualTo("+43 1 000000");
    assertThat(said.path("profiles").path("mastodon").asString()).isEqualTo("ada@social.example");
    assertThat(said.path("interests").toString()).isEqualTo("[\"kafka\"]");
    assertThat(said.path("channels").toString()).isEqualTo("[\"mastodon\",\"email\"]");
    body.put("phone", "");
    body.put("channels", List.of());
    api.put(path("ada"), body);
    assertThat(said("ada").getLast().has("phone")).isFalse();
    assertThat(api.get(path("ada")).body().has("channels")).isFalse();
  }

  @Test
  void every_purpose_can_be_agreed_to_and_taken_back() {
    api.put(path("ada"), ada());
    for (var purpose : Consent.Purpose.values()) {
      var yes = new HashMap<>(word(true, NOON));
      yes.put("purpose", purpose.name());
      var no = new HashMap<>(yes);
      no.put("given", false);
      no.put("at", LATER);
      assertThat(api.post(path("ada") + "/consents", Map.of("consents", List.of(yes, no))).status())
          .isEqualTo(200);
    }
    var said = said("ada").getLast().path("consents").valueStream().toList();
    assertThat(said).hasSize(Consent.Purpose.values().length);
    assertThat(said).noneMatch(consent -> consent.path("given").asBoolean());
    var forOneEvent = new HashMap<>(word(true, LATER));
    forOneEvent.putAll(Map.of("purpose", "beSensed", "organiser", organiser, "event", event));
    assertThat(
            api.post(path("ada") + "/consents", Map.of("consents", List.of(forOneEvent))).status())
        .isEqualTo(422);
  }

  @Test
  void many_threads_registering_one_person_get_one_201() throws Exception {
    try (var threads = Executors.newFixedThreadPool(16)) {
      var calls = new ArrayList<Callable<Api.Answer>>();
      for (var i = 0; i < 32; i++) {
        calls.add(() -> api.put(path("ada"), ada()));
      }
      var statuses = new ArrayList<Integer>();
      for (var answer : threads.invokeAll(calls)) {
        statuses.add(answer.get().status());
      }
      assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
    }
    assertThat(api.get(path("ada")).body().path("rev").asInt()).isEqualTo(1);
  }

  @Test
  void many_threads_saying_different_things_lose_none() throws Exception {
    api.put(path("ada"), ada());
    try (var threads = Executors.newFixedThreadPool(8)) {
      var calls = new ArrayList<Callable<Api.Answer>>();
      for (var i = 0; i < 16; i++) {
        var at = "2026-09-16T12:00:%02dZ".formatted(i);
        calls.add(() -> consent("ada", true, at));
      }
      for (var answer : threads.invokeAll(calls)) {
        assertThat(answer.get().status()).isEqualTo(200);
      }
    }
    assertThat(api.get(path("ada")).items("consents")).hasSize(16);
  }

  @Test
  void each_line_of_many_has_its_own_answer() {
    api.put(path("bob"), Map.of("name", "Bob"));
    var results =
        api.post(
                "/people",
                Map.of(
                    "people",
                    List.of(
                        Map.of("person", person("ada"), "name", "Ada"),
                        Map.of("person", person("bob"), "name", "Bob"),
                        Map.of("person", person("cid")),
                        Map.of("person", person("dan"), "name", List.of()),
                        Map.of("person", person("fay"), "name", "evil.com"),
                        Map.of("person", person("eve"), "name", "Eve"))))
            .items("results");
    assertThat(results.stream().map(line -> line.path("status").asInt()))
        .containsExactly(201, 200, 422, 400, 422, 201);
    assertThat(results.get(4).path("problem").path("detail").asString())
        .contains("'name' holds a link", "a space after it");
    assertThat(results.getFirst().path("id").asString()).isEqualTo(personId("ada").toString());
    assertThat(said("eve")).hasSize(1);
  }

  @Test
  void one_persons_thousand_and_first_consent_fails_their_lines_only() {
    var lines = new ArrayList<Map<String, Object>>();
    lines.add(Map.of("person", person("bob"), "name", "Bob"));
    for (var line = 0; line < 11; line++) {
      var consents = new ArrayList<Map<String, Object>>();
      for (var i = 0; i < 100; i++) {
        consents.add(word(true, "2026-09-16T12:%02d:00.%03dZ".formatted(line, i)));
      }
      lines.add(Map.of("person", person("ada"), "name", "Ada", "consents", consents));
    }
    lines.add(Map.of("person", person("cid"), "name", "Cid"));
    var results = api.post("/people", Map.of("people", lines)).items("results");
    assertThat(results.getFirst().path("status").asInt()).isEqualTo(201);
    assertThat(results.getLast().path("status").asInt()).isEqualTo(201);
    assertThat(results.subList(1, 12))
        .allSatisfy(
            line ->
                assertThat(line.path("problem").path("type").asString())
                    .endsWith("too-many-consents"));
    assertThat(said("cid")).hasSize(1);
    assertThat(api.get(path("ada")).status()).isEqualTo(404);
  }

  @Test
  void a_no_is_heard_when_there_is_no_room_for_a_yes_any_more() {
    for (var line = 0; line < 10; line++) {
      var consents = new ArrayList<Map<String, Object>>();
      for (var i = 0; i < 100; i++) {
        consents.add(word(true, "2026-09-16T12:%02d:00.%03dZ".formatted(line, i)));
      }
      api.put(path("ada"), Map.of("name", "Ada", "consents", consents));
    }
    var consents = path("ada") + "/consents";
    var yes = Map.of("consents", List.of(word(true, "2026-09-16T13:00:00Z")));
    var no = Map.of("consents", List.of(word(false, "2026-09-16T13:00:00Z")));
    assertThat(api.post(consents, yes).problem()).isEqualTo("too-many-consents");
    assertThat(api.post(consents, no).status()).isEqualTo(200);
  }

  @Test
  void a_time_out_of_all_bounds_harms_none_of_its_neighbours() {
    var results =
        api.post(
                "/people",
                Map.of(
                    "people",
                    List.of(
                        Map.of("person", person("ada"), "name", "Ada"),
                        Map.of(
                            "person",
                            person("bob"),
                            "name",
                            "Bob",
                            "consents",
                            List.of(word(true, "-999999999-01-01T00:00:00Z"))))))
            .items("results");
    assertThat(results.stream().map(line -> line.path("status").asInt())).containsExactly(201, 422);
  }

  @Test
  void a_thousand_lines_are_taken_and_one_more_is_refused() {
    var lines = new ArrayList<Map<String, Object>>();
    for (var i = 0; i < 1_001; i++) {
      lines.add(Map.of("person", person("p" + i), "name", "P"));
    }
    var refused = api.post("/people", Map.of("people", lines));
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.problem()).isEqualTo("too-many-lines");
    var taken = api.post("/people", Map.of("people", lines.subList(0, 1_000)));
    assertThat(taken.items("results").stream().map(line -> line.path("status").asInt()))
        .containsOnly(201)
        .hasSize(1_000);
  }

  @Test
  void what_cannot_be_is_refused_with_a_sentence() {
    assertRefused(Map.of(), "invalid-field");
    assertRefused(Map.of("name", "A".repeat(10_000)), "invalid-field");
    assertRefused(Map.of("name", "Ada\r\nBcc: all@example.org"), "invalid-field");
    assertRefused(Map.of("name", "Ada \u0007"), "invalid-field");
    assertRefused(Map.of("name", "Ada (evil\u200b.com)"), "invalid-field");
    assertRefused(Map.of("name", "Ada", "email", "no address"), "invalid-field");
    assertRefused(Map.of("name", "Ada", "email", "a@b.c>\r\nRCPT TO:<x@y.z"), "invalid-field");
    assertRefused(Map.of("name", "Ada", "zone", "Europe/Nowhere"), "invalid-field");
    assertRefused(Map.of("name", "Ada", "zone", "+02:00"), "invalid-field");
    assertRefused(Map.of("name", "Ada", "locale", "??"), "invalid-field");
    assertRefused(Map.of("name", "Ada", "phone", "call me"), "invalid-field");
    assertRefused(Map.of("name", "Ada", "channels", List.of("fax")), "invalid-field");
    assertRefused(Map.of("name", "Ada", "nickname", "A"), "unknown-field");
    assertRefused(Map.of("name", 7), "malformed-body");
    assertRefused("[]", "malformed-body");
    assertThat(consent("nobody", true, NOON).status()).isEqualTo(404);
    assertThat(api.put(path("ada"), Map.of("name", "עדה 🎉")).status()).isEqualTo(201);
    assertThat(consent("ada", true, "2026-09-16T12:00:00").problem()).isEqualTo("invalid-field");
    var ahead = Instant.now().plusSeconds(900).toString();
    assertThat(consent("ada", true, ahead).problem()).isEqualTo("invalid-field");
    assertThat(api.post(path("ada") + "/consents", "{\"consents\": [").problem())
        .isEqualTo("malformed-body");
  }

  @Test
  void a_person_sees_itself_only_and_an_organiser_nobody() {
    api.put(path("ada"), ada());
    assertThat(asPerson("ada").get(path("ada")).status()).isEqualTo(200);
    assertThat(asPerson("bob").get(path("ada")).problem()).isEqualTo("not-yours");
    assertThat(asOrganiser(organiser).get(path("ada")).status()).isEqualTo(403);
    assertThat(asPerson("ada").post("/people", Map.of("people", List.of())).status())
        .isEqualTo(403);
  }

  private void assertRefused(Object body, String problem) {
    var answer = api.put(path("refused"), body);
    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(answer.text("detail")).isNotEmpty();
  }

  private Api.Answer consent(String person, boolean given, String at) {
    return api.post(path(person) + "/consents", Map.of("consents", List.of(word(given, at))));
  }

  private static Map<String, Object> word(boolean given, String at) {
    return Map.of(
        "purpose", "receiveInvitations",
        "given", given,
        "at", at,
        "source", "form",
        "wording", "Invite me.");
  }

  private boolean lastGiven(String person) {
    return said(person).getLast().path("consents").get(0).path("given").asBoolean();
  }

  private List<JsonNode> said(String person) {
    return TOPICS.values("person-changed", personId(person));
  }

  private String path(String person) {
    return "/people/" + segment(person(person));
  }

  private static Map<String, Object> ada() {
    return Map.of("name", "Ada", "email", "ada@example.org", "zone", "Europe/Vienna");
  }
}
