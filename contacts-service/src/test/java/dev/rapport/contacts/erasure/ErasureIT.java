package dev.rapport.contacts.erasure;

import static dev.rapport.contacts.Api.met;
import static dev.rapport.contacts.Api.scanned;
import static dev.rapport.contacts.Api.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import dev.rapport.contacts.ServiceIT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class ErasureIT extends ServiceIT {

  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final Instant noon = Instant.now().minusSeconds(3_600);

  @Test
  void an_erased_person_leaves_a_counted_stub_a_tombstone_and_nothing_else() {
    register("ada");
    register("bob");
    api.post(reports(), met("k1", person("ada"), person("bob"), noon));
    api.post(reports(), scanned("k2", person("ada"), "B-1", noon));
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(contactsNaming("ada")).isEqualTo(2));
    var erasure = api.delete(path("ada"));
    assertThat(erasure.status()).isEqualTo(202);
    var last = TOPICS.records("person-changed", personId("ada")).getLast();
    assertThat(last.value()).isNull();
    assertThat(new String(last.headers().lastHeader("rev").value(), StandardCharsets.UTF_8))
        .isEqualTo("2");
    awaitErasedHere(erasure.text("status"));
    assertThat(contactsNaming("ada")).isZero();
    assertThat(database.getCollection("scans").countDocuments(Filters.eq("event", eventId())))
        .isZero();
    var stub = Objects.requireNonNull(meeting("ada", "bob"));
    assertThat(stub.keySet())
        .containsOnly("_id", "event", "people", "reports", "rev", "erased", "now");
    assertThat(stub.getList("reports", Document.class).getFirst().keySet())
        .containsExactly("id", "by");
    assertThat(stub.get("now", Document.class)).containsEntry("counts", true);
    assertThat(database.getCollection("people").find(Filters.eq("_id", personId("ada"))).first())
        .containsKeys("_id", "rev", "erased")
        .doesNotContainKeys("name", "externalId", "email", "consents");
  }

  @Test
  void nothing_names_the_erased_any_more_until_they_register_again() {
    register("ada");
    var body = met("k1", person("ada"), person("bob"), noon);
    api.post(reports(), body);
    api.delete(path("ada"));
    for (var report :
        List.of(
            body,
            met("k2", person("bob"), person("ada"), noon),
            met("k3", person("ada"), person("cid"), noon))) {
      assertThat(api.post(reports(), report).problem()).isEqualTo("person-erased");
    }
    assertThat(api.get(path("ada")).status()).isEqualTo(410);
    var line = Map.of("person", person("ada"), "name", "Ada");
    assertThat(
            api.post("/people", Map.of("people", List.of(line)))
                .items("results")
                .getFirst()
                .path("status")
                .asInt())
        .isEqualTo(410);
    var again = register("ada");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body().path("generation").asInt()).isEqualTo(2);
    assertThat(again.text("id")).isNotEqualTo(personId("ada").toString());
    assertThat(api.post(reports(), body).problem()).isEqualTo("person-erased");
    var late = met("k4", person("bob"), person("ada"), noon);
    assertThat(api.post(reports(), late).problem()).isEqualTo("person-erased");
    var since = met("k1", person("ada"), person("bob"), Instant.now());
    assertThat(api.post(reports(), since).status()).isEqualTo(201);
  }

  @Test
  void a_scan_of_the_badge_of_an_erased_person_is_refused() {
    register("bob");
    attends("bob", "B-5", noon);
    api.delete(path("bob"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(api.post(reports(), scanned("k1", person("ada"), "B-5", noon)).problem())
                    .isEqualTo("person-erased"));
    assertThat(meeting("ada", "bob")).isNull();
  }

  @Test
  void a_report_of_an_erased_person_cannot_be_undone_and_its_key_stays_used() {
    register("bob");
    var report = api.post(reports(), met("k1", person("ada"), person("bob"), noon)).text("report");
    var erasure = api.delete(path("bob")).text("status");
    awaitErasedHere(erasure);
    var undo = api.delete(reports() + "/" + report);
    assertThat(undo.status()).isEqualTo(410);
    assertThat(undo.problem()).isEqualTo("person-erased");
    assertThat(asOrganiser("another").delete(reports() + "/" + report).status()).isEqualTo(403);
    var other = api.post(reports(), met("k1", person("ada"), person("cid"), noon));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.problem()).isEqualTo("key-reused");
    assertThat(meeting("ada", "cid")).isNull();
  }

  @Test
  void who_only_attended_can_be_erased() {
    attends("bob", "B-6", noon);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(api.delete(path("bob")).status()).isEqualTo(202));
    assertThat(TOPICS.records("person-changed", personId("bob")).getLast().value()).isNull();
    assertThat(api.post(reports(), scanned("k1", person("ada"), "B-6", noon)).problem())
        .isEqualTo("person-erased");
  }

  @Test
  void one_erasure_that_is_stuck_stops_no_other() {
    var stuck = personId("stuck");
    database.getCollection("people").insertOne(new Document("_id", stuck).append("rev", "none"));
    database
        .getCollection("erasures")
        .insertOne(
            new Document("_id", stuck)
                .append("person", stuck)
                .append("asked", Date.from(Instant.EPOCH))
                .append("looks", 0)
                .append("lookAt", Date.from(Instant.EPOCH)));
    try {
      register("ada");
      awaitErasedHere(api.delete(path("ada")).text("status"));
    } finally {
      database.getCollection("erasures").deleteOne(Filters.eq("_id", stuck));
    }
  }

  @Test
  void it_is_complete_when_every_service_has_said_so_and_the_silent_are_told_again() {
    register("ada");
    var status = api.delete(path("ada")).text("status");
    assertThat(api.delete(path("ada")).text("status")).isEqualTo(status);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        TOPICS.records("person-changed", personId("ada")).stream()
                            .filter(record -> record.value() == null))
                    .hasSizeGreaterThan(2));
    assertThat(api.get(status).text("state")).isEqualTo("running");
    for (var service : List.of("events", "followup", "notification")) {
      TOPICS.say(
          "person-erased",
          personId("ada"),
          Map.of("person", personId("ada"), "service", service, "rev", 2, "at", noon.toString()));
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(api.get(status).text("state")).isEqualTo("complete"));
    assertThat(asPerson("bob").get(status).status()).isEqualTo(403);
  }

  @Test
  void whoever_was_never_heard_of_cannot_be_erased_but_who_was_only_met_can() {
    assertThat(api.delete(path("nobody")).status()).isEqualTo(404);
    api.post(reports(), met("k1", person("ada"), person("bob"), noon));
    assertThat(api.delete(path("bob")).status()).isEqualTo(202);
    assertThat(api.post(reports(), met("k2", person("ada"), person("bob"), noon)).status())
        .isEqualTo(410);
  }

  private void awaitErasedHere(String erasure) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(api.get(erasure).body().path("services").has("contacts")).isTrue());
  }

  private dev.rapport.contacts.Api.Answer register(String name) {
    return api.put(path(name), Map.of("name", name, "email", name + "@example.org"));
  }

  private long contactsNaming(String name) {
    return database
        .getCollection("contacts")
        .countDocuments(
            Filters.or(Filters.eq("owner", personId(name)), Filters.eq("contact", personId(name))));
  }

  private String path(String name) {
    return "/people/" + segment(person(name));
  }
}
