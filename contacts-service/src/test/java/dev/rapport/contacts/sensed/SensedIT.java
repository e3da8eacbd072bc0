package dev.rapport.contacts.sensed;

import static dev.rapport.contacts.Api.met;
import static dev.rapport.contacts.Api.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.contacts.Api;
import dev.rapport.contacts.ServiceIT;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SensedIT extends ServiceIT {

  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final Instant noon = Instant.now().minusSeconds(7_200).truncatedTo(ChronoUnit.MINUTES);

  @BeforeEach
  void people_who_agree_at_an_event() {
    announce(noon.minusSeconds(3_600), noon.plusSeconds(86_400), "open");
    agree("ana", true, noon.minusSeconds(60));
    agree("ben", true, noon.minusSeconds(60));
    await()
        .atMost(PATIENCE)
        .until(() -> database.getCollection("events").find(byId(eventId())).first() != null);
  }

  @Test
  void a_minute_in_total_makes_a_suggestion_to_both_and_counts_for_nothing() {
    assertThat(states(near("ana", "ben", 0, 40))).containsExactly("noted");
    assertThat(states(near("ana", "ben", 20, 40), near("ben", "ana", 0, 20)))
        .containsExactly("noted", "noted");
    assertThat(suggestions("ana")).isEmpty();
    near("ana", "ben", 100, 120);
    assertThat(states(near("ana", "ben", 100, 120))).containsExactly("noted");
    var toAna = suggestions("ana");
    assertThat(toAna).hasSize(1);
    assertThat(toAna.getFirst().path("name").asString()).isEqualTo("ben");
    assertThat(toAna.getFirst().path("event").asString()).isEqualTo(event);
    assertThat(toAna.getFirst().path("lastNear").asString())
        .isEqualTo(noon.plusSeconds(120).toString());
    assertThat(suggestions("ben")).hasSize(1);
    assertThat(meeting("ana", "ben")).isNull();
    // What is asked by now needs no raw intervals any more.
    assertThat(sum("ana", "ben").getList("slots", Object.class)).isEmpty();
  }

  @Test
  void confirming_is_a_report_by_the_one_who_confirms() {
    states(near("ana", "ben", 0, 60));
    var id = suggestions("ana").getFirst().path("id").asString();
    assertThat(answer("ana", id, "confirm").status()).isEqualTo(201);
    assertThat(answer("ana", id, "confirm").status()).isEqualTo(200);
    assertThat(answer("ana", id, "dismiss").problem()).isEqualTo("already-confirmed");
    var meeting = Objects.requireNonNull(meeting("ana", "ben"));
    assertThat(meeting.getList("reports", Document.class)).hasSize(1);
    assertThat(meeting.get("now", Document.class).getString("how")).isEqualTo("faceToFace");
    assertThat(suggestions("ana")).isEmpty();
    // The other one's answer is their own.
    assertThat(
            answer("ben", suggestions("ben").getFirst().path("id").asString(), "confirm").status())
        .isEqualTo(201);
    assertThat(
            Objects.requireNonNull(meeting("ana", "ben"))
                .get("now", Document.class)
                .getString("by"))
        .isEqualTo("both");
  }

  @Test
  void a_no_hides_it_silently() {
    states(near("ana", "ben", 0, 60));
    var id = suggestions("ana").getFirst().path("id").asString();
    assertThat(answer("ana", id, "dismiss").status()).isEqualTo(200);
    states(near("ana", "ben", 200, 400));
    assertThat(suggestions("ana")).isEmpty();
    assertThat(suggestions("ben")).hasSize(1);
    assertThat(meeting("ana", "ben")).isNull();
    assertThat(answer("cid", id, "dismiss").status()).isEqualTo(404);
  }

  @Test
  void who_has_not_agreed_by_then_is_not_kept_at_all() {
    agree("cid", true, noon.plusSeconds(50));
    api.put(path("dan"), Map.of("name", "dan"));
    assertThat(
            states(
                near("ana", "cid", 0, 60),
                near("ana", "dan", 0, 60),
                near("ana", "nobody", 0, 60),
                near("ana", "cid", 60, 80)))
        .containsExactly("ignored", "ignored", "ignored", "noted");
    assertThat(database.getCollection("sensed").countDocuments(ofEvent())).isEqualTo(1);
    assertThat(sum("ana", "cid").getList("slots", Object.class)).hasSize(1);
  }

  @Test
  void a_yes_taken_back_deletes_what_was_summed() {
    states(near("ana", "ben", 0, 60));
    agree("ben", false, Instant.now());
    assertThat(suggestions("ana")).isEmpty();
    await()
        .atMost(PATIENCE)
        .until(() -> database.getCollection("sensed").countDocuments(ofEvent()) == 0);
    assertThat(states(near("ana", "ben", 0, 60))).containsExactly("ignored");
  }

  @Test
  void badges_are_as_good_as_names() {
    attends("ana", "B-1", noon.minusSeconds(600));
    attends("ben", "B-2", noon.minusSeconds(600));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                database
                        .getCollection("attendances")
                        .countDocuments(new Document("event", eventId()))
                    == 2);
    var line = interval(0, 60);
    line.put("badge", "B-1");
    line.put("otherBadge", "B-2");
    assertThat(states(line)).containsExactly("noted");
    assertThat(suggestions("ana")).hasSize(1);
  }

  @Test
  void each_line_has_its_own_answer() {
    var both = near("ana", "ben", 0, 20);
    both.put("badge", "B-1");
    var results =
        sensed(
            List.of(
                both,
                near("ana", "ben", 60, 0),
                near("ana", "ana", 0, 60),
                near("ana", "ben", -95_000, -94_000),
                near("ana", "ben", 0, 20)));
    assertThat(results.stream().map(line -> line.path("status").asInt()))
        .containsExactly(422, 422, 422, 422, 200);
    assertThat(asOrganiser(organiser).post(sensedPath(), Map.of("intervals", List.of())).status())
        .isEqualTo(403);
    assertThat(asPerson("ben").get(path("ana") + "/suggestions").status()).isEqualTo(403);
  }

  @Test
  void who_said_so_already_is_not_asked_and_nobody_is_across_a_block() {
    states(near("ana", "ben", 0, 60));
    api.post(reports(), met("k1", person("ana"), person("ben"), noon));
    assertThat(suggestions("ana")).isEmpty();
    assertThat(suggestions("ben")).hasSize(1);
    TOPICS.say(
        "followup-settled",
        personId("ben"),
        Map.of(
            "followUp", ids.of("follow-up", eventId(), personId("ben"), personId("ana")),
            "rev", 1,
            "owner", personId("ben"),
            "contact", personId("ana"),
            "answer", "blocked"));
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(suggestions("ben")).isEmpty());
  }

  @Test
  void the_erased_leave_no_sums() {
    states(near("ana", "ben", 0, 60));
    api.delete(path("ben"));
    await()
        .atMost(PATIENCE)
        .until(() -> database.getCollection("sensed").countDocuments(ofEvent()) == 0);
    assertThat(api.get(path("ben") + "/suggestions").status()).isEqualTo(410);
  }

  @Test
  void sums_go_when_reports_are_taken_no_more() {
    states(near("ana", "ben", 0, 60));
    database
        .getCollection("events")
        .updateOne(
            byId(eventId()),
            new Document(
                "$set",
                new Document("reportsUntil", 0L).append("ends", java.util.Date.from(noon))));
    await()
        .atMost(PATIENCE)
        .until(() -> database.getCollection("sensed").countDocuments(ofEvent()) == 0);
  }

  private void agree(String name, boolean given, Instant at) {
    var consent =
        Map.of(
            "purpose", "beSensed",
            "given", given,
            "at", at.toString(),
            "source", "form",
            "wording", "Sense me.");
    api.put(path(name), Map.of("name", name, "consents", List.of(consent)));
  }

  private Map<String, Object> near(String one, String other, long from, long to) {
    var line = interval(from, to);
    line.put("person", person(one));
    line.put("other", person(other));
    return line;
  }

  private Map<String, Object> interval(long from, long to) {
    var line = new HashMap<String, Object>();
    line.put("from", noon.plusSeconds(from).toString());
    line.put("to", noon.plusSeconds(to).toString());
    return line;
  }

  @SafeVarargs
  private List<String> states(Map<String, Object>... lines) {
    return sensed(List.of(lines)).stream().map(line -> line.path("state").asString()).toList();
  }

  private List<JsonNode> sensed(List<Map<String, Object>> lines) {
    return api.post(sensedPath(), Map.of("intervals", lines)).items("results");
  }

  private String sensedPath() {
    return "/organisers/" + organiser + "/events/" + event + "/sensed";
  }

  private List<JsonNode> suggestions(String name) {
    return asPerson(name).get(path(name) + "/suggestions").items("items");
  }

  private Api.Answer answer(String name, String id, String what) {
    return asPerson(name).post(path(name) + "/suggestions/" + id + "/" + what, "");
  }

  private Document sum(String one, String other) {
    var a = personId(one).toString();
    var b = personId(other).toString();
    var id =
        a.compareTo(b) < 0 ? ids.of("sensed", eventId(), a, b) : ids.of("sensed", eventId(), b, a);
    return Objects.requireNonNull(database.getCollection("sensed").find(byId(id)).first());
  }

  private static Document byId(Object id) {
    return new Document("_id", id);
  }

  private Document ofEvent() {
    return new Document("event", eventId());
  }

  private String path(String name) {
    return "/people/" + segment(person(name));
  }
}
