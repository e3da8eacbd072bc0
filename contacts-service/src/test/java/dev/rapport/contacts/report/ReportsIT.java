package dev.rapport.contacts.report;

import static dev.rapport.contacts.Api.met;
import static dev.rapport.contacts.Api.scanned;
import static java.time.temporal.ChronoUnit.MILLIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.contacts.Api;
import dev.rapport.contacts.ServiceIT;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportsIT extends ServiceIT {

  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final Instant noon = Instant.now().minusSeconds(3_600).truncatedTo(MILLIS);

  @Test
  void a_report_is_201_first_200_repeated_and_409_with_another_body() {
    var body = met("k1", person("ada"), person("bob"), noon);
    var first = api.post(reports(), body);
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.text("state")).isEqualTo("counted");
    assertThat(first.text("meeting")).isEqualTo(meetingId("ada", "bob").toString());
    var second = api.post(reports(), body);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body());
    var other = api.post(reports(), met("k1", person("ada"), person("cid"), noon));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.problem()).isEqualTo("key-reused");
    assertThat(meeting("ada", "cid")).isNull();
    assertThat(known("ada", "bob").getLong("rev")).isEqualTo(1);
  }

  @Test
  void both_directions_are_said_and_a_repeat_says_nothing_new() {
    api.post(reports(), met("k1", person("ada"), person("bob"), noon));
    api.post(reports(), met("k2", person("bob"), person("ada"), noon.plusSeconds(9)));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              var adas = TOPICS.values("contact-met", personId("ada"));
              assertThat(adas).isNotEmpty();
              assertThat(adas.getLast().path("rev").asInt()).isEqualTo(2);
              assertThat(adas.getLast().path("reportedBy").asString()).isEqualTo("both");
              assertThat(adas.getLast().path("lastMet").asString())
                  .isEqualTo(noon.plusSeconds(9).toString());
              assertThat(TOPICS.values("contact-met", personId("bob"))).isNotEmpty();
              assertThat(known("ada", "bob").get("pendingRev")).isNull();
            });
  }

  @Test
  void a_one_sided_report_is_the_owners_or_the_contacts_depending_on_who_looks() {
    api.post(reports(), met("k1", person("ada"), person("bob"), noon));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(last("ada", "reportedBy")).isEqualTo("owner");
              assertThat(last("bob", "reportedBy")).isEqualTo("contact");
            });
  }

  @Test
  void a_meeting_is_virtual_or_face_to_face_or_both() {
    api.post(reports(), virtual("k1", "ada", "bob"));
    awaitLast("ada", "how", "virtual");
    api.post(reports(), met("k2", person("bob"), person("ada"), noon));
    awaitLast("ada", "how", "both");
    awaitLast("bob", "how", "both");
    api.post(reports(), met("k3", person("cid"), person("dan"), noon));
    awaitLast("cid", "how", "faceToFace");
  }

  @Test
  void when_they_met_is_the_scans_time_and_when_it_was_reported_is_the_uploads() {
    var met = noon.minus(Duration.ofDays(2));
    var before = Instant.now().truncatedTo(MILLIS);
    api.post(reports(), met("k1", person("ada"), person("bob"), met));
    var after = Instant.now();
    awaitLast("ada", "lastMet", met.toString());
    var said = TOPICS.values("contact-met", personId("ada")).getLast();
    assertThat(said.path("firstMet").asString()).isEqualTo(met.toString());
    var reported = Instant.parse(said.path("reportedAt").asString());
    assertThat(reported).isBetween(before, after);
    // An older scan that is uploaded later: they met no later, but it was reported later.
    var earlier = met.minusSeconds(60);
    api.post(reports(), met("k2", person("ada"), person("bob"), earlier));
    awaitLast("ada", "firstMet", earlier.toString());
    said = TOPICS.values("contact-met", personId("ada")).getLast();
    assertThat(said.path("lastMet").asString()).isEqualTo(met.toString());
    assertThat(Instant.parse(said.path("reportedAt").asString())).isAfter(reported);
  }

  @Test
  void many_threads_with_the_same_report_get_one_201() throws Exception {
    var body = met("k1", person("ada"), person("bob"), noon);
    assertThat(statuses(IntStream.range(0, 32).mapToObj(i -> body).toList()))
        .containsOnlyOnce(201)
        .contains(200)
        .containsOnly(200, 201);
    assertThat(known("ada", "bob").getLong("rev")).isEqualTo(1);
  }

  @Test
  void many_threads_with_fresh_keys_for_one_pair_make_one_meeting() throws Exception {
    var bodies =
        IntStream.range(0, 32)
            .mapToObj(i -> met("k" + i, person("ada"), person("bob"), noon.plusSeconds(i)))
            .toList();
    assertThat(statuses(bodies)).containsOnly(201);
    assertThat(known("ada", "bob").getList("reports", Object.class)).hasSize(32);
  }

  @Test
  void a_waiting_scan_too_is_201_for_one_thread_only() throws Exception {
    var body = scanned("k1", person("ada"), "B-1", noon);
    assertThat(statuses(IntStream.range(0, 16).mapToObj(i -> body).toList())).containsOnlyOnce(201);
  }

  @Test
  void each_line_of_a_batch_has_its_own_answer_and_its_neighbours_are_unharmed() {
    api.post(reports(), met("used", person("ada"), person("zoe"), noon));
    var results =
        api.post(
                reports() + "/batch",
                Map.of(
                    "reports",
                    List.of(
                        met("k1", person("ada"), person("bob"), noon),
                        met("k2", person("ada"), person("ada"), noon),
                        Map.of("reporter", 7),
                        Map.of("reporter", person("ada"), "surprise", true),
                        met("used", person("ada"), person("bob"), noon),
                        met("k1", person("ada"), person("bob"), noon),
                        met("k3", person("ada"), person("cid"), noon.plusSeconds(7_200)),
                        "no object",
                        met("k4", person("ada"), person("dan"), noon))))
            .items("results");
    assertThat(results.stream().map(line -> line.path("status").asInt()))
        .containsExactly(201, 422, 400, 400, 409, 200, 422, 400, 201);
    assertThat(results.get(6).path("problem").path("type").asString()).endsWith("in-the-future");
    assertThat(results.get(8).path("line").asInt()).isEqualTo(8);
    assertThat(meeting("ada", "dan")).isNotNull();
  }

  @Test
  void a_thousand_lines_are_taken_and_one_more_is_refused() {
    var lines = new ArrayList<Map<String, Object>>();
    for (var i = 0; i < 1_001; i++) {
      lines.add(met("k" + i, person("ada"), person("c" + i), noon));
    }
    var refused = api.post(reports() + "/batch", Map.of("reports", lines));
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.problem()).isEqualTo("too-many-lines");
    var taken = api.post(reports() + "/batch", Map.of("reports", lines.subList(0, 1_000)));
    assertThat(taken.items("results").stream().map(line -> line.path("status").asInt()))
        .containsOnly(201)
        .hasSize(1_000);
    assertThat(api.post(reports() + "/batch", "{\"x\":\"" + "x".repeat(3 << 20) + "\"}").problem())
        .isEqualTo("body-too-large");
  }

  @Test
  void an_undone_meeting_does_not_count_until_somebody_reports_it_afresh() {
    var body = met("k1", person("ada"), person("bob"), noon);
    var report = api.post(reports(), body).text("report");
    for (var round = 0; round < 2; round++) {
      var undone = api.delete(reports() + "/" + report);
      assertThat(undone.status()).isEqualTo(200);
      assertThat(undone.text("state")).isEqualTo("undone");
    }
    assertThat(reason("ada", "bob")).isEqualTo("undone");
    var repeat = api.post(reports(), body);
    assertThat(repeat.status()).isEqualTo(200);
    assertThat(repeat.text("state")).isEqualTo("notCounted");
    assertThat(api.post(reports(), met("k2", person("ada"), person("bob"), noon)).text("state"))
        .isEqualTo("counted");
    assertThat(reason("ada", "bob")).isNull();
    assertThat(api.delete(reports() + "/" + UUID.randomUUID()).status()).isEqualTo(404);
  }

  @Test
  void a_block_ends_what_the_pairs_meetings_count_for_now_and_later_and_is_silent() {
    var before = api.post(reports(), met("k1", person("ada"), person("bob"), noon));
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
        .untilAsserted(() -> assertThat(reason("ada", "bob")).isEqualTo("blocked"));
    assertThat(api.post(reports(), met("k1", person("ada"), person("bob"), noon)).body())
        .isEqualTo(before.body());
    assertThat(api.post(reports(), met("k2", person("bob"), person("ada"), noon)).text("state"))
        .isEqualTo("counted");
    assertThat(reason("ada", "bob")).isEqualTo("blocked");
    var here = event;
    event = "another-" + here;
    var elsewhere = api.post(reports(), met("k3", "ada@" + here, "bob@" + here, noon));
    assertThat(elsewhere.status()).isEqualTo(201);
    assertThat(elsewhere.text("state")).isEqualTo("counted");
    var stored =
        database
            .getCollection("meetings")
            .find(new Document("_id", UUID.fromString(elsewhere.text("meeting"))))
            .first();
    assertThat(Objects.requireNonNull(stored).get("now", Document.class))
        .containsEntry("counts", false)
        .containsEntry("reason", "blocked");
  }

  @Test
  void one_block_that_is_stuck_stops_no_other() {
    api.post(reports(), met("k1", person("ada"), person("bob"), noon));
    var blocks = database.getCollection("blocks");
    var stuck = personId("stuck");
    blocks.insertMany(
        List.of(
            block(stuck, Instant.EPOCH, List.of(stuck)),
            block(
                personId("other"),
                Instant.EPOCH.plusSeconds(1),
                List.of(personId("ada"), personId("bob")))));
    try {
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(reason("ada", "bob")).isEqualTo("blocked"));
    } finally {
      blocks.deleteOne(new Document("_id", stuck));
    }
  }

  @Test
  void what_cannot_be_is_refused_with_a_sentence() {
    assertThat(api.post(reports(), "{").problem()).isEqualTo("malformed-body");
    assertThat(api.post(reports(), Map.of("reporter", "a", "wrong", 1)).problem())
        .isEqualTo("unknown-field");
    assertThat(api.post(reports(), Map.of("how", "virtual")).problem()).isEqualTo("invalid-field");
    assertThat(api.post(reports(), met("k", person("ada"), person("ada"), noon)).problem())
        .isEqualTo("meets-oneself");
    var farBack = new HashMap<>(met("k", person("ada"), person("bob"), noon));
    farBack.put("at", "-999999999-01-01T00:00:00Z");
    assertThat(api.post(reports(), farBack).problem()).isEqualTo("invalid-field");
    assertThat(api.post(reports(), met("k", "a\r\nb", person("ada"), noon)).problem())
        .isEqualTo("invalid-field");
    assertThat(api.post(reports(), met("k", "a".repeat(10_000), person("ada"), noon)).problem())
        .isEqualTo("invalid-field");
    assertThat(api.post(reports(), met("k", "עדה 🎉", person("ada"), noon)).status())
        .isEqualTo(201);
  }

  @Test
  void an_organiser_reports_for_its_own_events_and_a_person_for_itself_only() {
    var body = met("k1", person("ada"), person("bob"), noon);
    assertThat(asOrganiser("somebody-else").post(reports(), body).problem()).isEqualTo("not-yours");
    assertThat(asPerson("bob").post(reports(), body).problem()).isEqualTo("not-yours");
    var own = asPerson("ada").post(reports(), body);
    assertThat(own.status()).isEqualTo(201);
    var undo = reports() + "/" + own.text("report");
    assertThat(asPerson("bob").delete(undo).status()).isEqualTo(403);
    assertThat(asOrganiser("somebody-else").delete(undo).problem()).isEqualTo("not-yours");
    assertThat(
            asOrganiser("somebody-else")
                .post(reports() + "/batch", Map.of("reports", List.of(body)))
                .problem())
        .isEqualTo("not-yours");
    var others = reports().replace(organiser, "somebody-else") + "/" + own.text("report");
    assertThat(asOrganiser("somebody-else").delete(others).status()).isEqualTo(404);
    assertThat(known("ada", "bob").getList("reports", Document.class).getFirst())
        .doesNotContainKey("undone");
    assertThat(asPerson("ada").delete(undo).status()).isEqualTo(200);
    assertThat(asOrganiser(organiser).post(reports(), body).status()).isEqualTo(200);
  }

  @Test
  void reports_follow_the_event_and_a_repeat_is_answered_even_when_it_is_too_late() {
    var body = met("k1", person("ada"), person("bob"), noon);
    api.post(reports(), body);
    event(noon.plus(Duration.ofDays(2)), "open");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        api.post(
                                reports(),
                                met(UUID.randomUUID().toString(), person("ada"), person("x"), noon))
                            .problem())
                    .isEqualTo("before-the-event"));
    assertThat(api.post(reports(), body).status()).isEqualTo(200);
  }

  @Test
  void a_cancelled_event_takes_no_new_reports() {
    event(noon, "cancelled");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              var late =
                  api.post(
                      reports(),
                      met(UUID.randomUUID().toString(), person("ada"), person("bob"), noon));
              assertThat(late.status()).isEqualTo(409);
              assertThat(late.problem()).isEqualTo("event-cancelled");
            });
  }

  private void event(Instant starts, String state) {
    announce(starts, starts.plus(Duration.ofDays(2)), state);
  }

  private Map<String, Object> virtual(String key, String reporter, String contact) {
    var report = new HashMap<>(met(key, person(reporter), person(contact), noon));
    report.put("how", "virtual");
    return report;
  }

  private static Document block(UUID id, Instant againAt, List<UUID> people) {
    return new Document("_id", id)
        .append("people", people)
        .append("againAt", java.util.Date.from(againAt));
  }

  private void awaitLast(String owner, String field, String value) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(last(owner, field)).isEqualTo(value));
  }

  private String last(String owner, String field) {
    var said = TOPICS.values("contact-met", personId(owner));
    return said.isEmpty() ? "" : said.getLast().path(field).asString();
  }

  private Document known(String one, String other) {
    return Objects.requireNonNull(meeting(one, other));
  }

  private @Nullable String reason(String one, String other) {
    return known(one, other).get("now", Document.class).getString("reason");
  }

  private List<Integer> statuses(List<Map<String, Object>> bodies) throws Exception {
    try (var threads = Executors.newFixedThreadPool(16)) {
      var calls = new ArrayList<Callable<Api.Answer>>();
      bodies.forEach(body -> calls.add(() -> api.post(reports(), body)));
      var statuses = new ArrayList<Integer>();
      for (var answer : threads.invokeAll(calls)) {
        statuses.add(answer.get().status());
      }
      return statuses;
    }
  }
}
