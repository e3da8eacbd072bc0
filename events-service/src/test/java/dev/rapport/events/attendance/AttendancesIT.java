package dev.rapport.events.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.events.Api;
import dev.rapport.events.ServiceIT;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AttendancesIT extends ServiceIT {

  @BeforeEach
  void anEvent() {
    api.put(events() + "/congress", event());
  }

  @Test
  void a_new_attendance_is_answered_201_counted_and_announced() {
    var answer = api.put(path("ada"), Map.of("badges", List.of("A-1"), "newcomer", true));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("person")).isEqualTo(external("ada"));
    assertThat(answer.text("id")).isEqualTo(attendance("ada", 1).toString());
    assertThat(attendees()).isEqualTo(1);
    eventually(
        () -> {
          var said = said("ada", 1).getLast();
          assertThat(said.path("person").asString()).isEqualTo(person("ada", 1).toString());
          assertThat(said.at("/badges/0/code").asString()).isEqualTo("A-1");
          assertThat(said.at("/badges/0/to").isMissingNode()).isTrue();
          assertThat(said.path("newcomer").asBoolean()).isTrue();
        });
  }

  @Test
  void the_same_attendance_again_changes_nothing() {
    var body = Map.of("badges", List.of("A-1"), "role", "speaker");
    var first = api.put(path("ada"), body);

    var again = api.put(path("ada"), body);

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(api.put(path("ada"), Map.of()).body()).isEqualTo(first.body());
    assertThat(api.get(path("ada")).body()).isEqualTo(first.body());
  }

  @Test
  void a_reprinted_badge_leaves_its_history() {
    api.put(path("ada"), Map.of("badges", List.of("A-1")));
    var reprinted = api.put(path("ada"), Map.of("badges", List.of("A-2")));

    assertThat(reprinted.number("/rev")).isEqualTo(2);
    var badges = reprinted.items("badges");
    assertThat(badges).extracting(b -> b.path("code").asString()).containsExactly("A-1", "A-2");
    assertThat(badges.getFirst().path("to")).isEqualTo(badges.getLast().path("from"));
    assertThat(badges.getLast().has("to")).isFalse();
  }

  @Test
  void a_badge_in_use_is_refused_until_it_is_taken_back() {
    api.put(path("ada"), Map.of("badges", List.of("A-1")));

    var taken = api.put(path("bob"), Map.of("badges", List.of("A-1")));
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.problem()).isEqualTo("badge-taken");
    assertThat(api.get(path("bob")).status()).isEqualTo(404);

    api.put(path("ada"), Map.of("badges", List.of()));
    assertThat(api.put(path("bob"), Map.of("badges", List.of("A-1"))).status()).isEqualTo(201);
    api.put(events() + "/fair", event());
    assertThat(
            api.put(
                    events() + "/fair/attendances/" + Api.segment(external("cyd")),
                    Map.of("badges", List.of("A-1")))
                .status())
        .isEqualTo(201);
  }

  @Test
  void bad_lines_harm_none_of_their_neighbours() {
    api.put(path("ada"), Map.of("badges", List.of("A-1")));
    var answer =
        api.post(
            attendances(),
            Map.of(
                "attendances",
                List.of(
                    line("bob", List.of("B-1")),
                    line("cyd", List.of("B-1")),
                    line("dan", List.of("A-1")),
                    line("", List.of()),
                    Map.of("person", external("eve"), "role", "king"),
                    Map.of("person", external("fay"), "newcomer", "perhaps"),
                    Map.of("person", external("hal"), "badge", "H-1"),
                    line("bob", List.of("B-1")),
                    line("gus", List.of("G-1", "G-2")))));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.items("results"))
        .extracting(r -> r.path("status").asInt())
        .containsExactly(201, 409, 409, 422, 422, 400, 400, 200, 201);
    assertThat(answer.items("results"))
        .extracting(r -> r.path("line").asInt())
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(attendees()).isEqualTo(3);
  }

  @Test
  void a_thousand_lines_are_taken_at_once_and_read_page_by_page_and_one_more_is_refused() {
    var lines = new ArrayList<Object>();
    for (var i = 0; i < 1001; i++) {
      lines.add(line("p" + i, List.of("B-" + i)));
    }
    var refused = api.post(attendances(), Map.of("attendances", lines));
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.problem()).isEqualTo("too-many-lines");
    assertThat(attendees()).isZero();
    lines.removeLast();
    assertThat(api.post(attendances(), Map.of("attendances", lines)).status()).isEqualTo(200);
    assertThat(attendees()).isEqualTo(1000);

    var people = new HashSet<String>();
    var next = "";
    do {
      var page = api.get(attendances() + "?limit=300" + (next.isEmpty() ? "" : "&cursor=" + next));
      page.items("items").forEach(item -> people.add(item.path("person").asString()));
      next = page.text("next");
    } while (!next.isEmpty());
    assertThat(people).hasSize(1000);
    assertThat(api.get(attendances() + "?limit=501").status()).isEqualTo(422);
    assertThat(api.get(attendances() + "?cursor=x").status()).isEqualTo(422);
  }

  @Test
  void a_cancelled_attendance_is_no_attendee_and_frees_its_badge() {
    api.put(path("ada"), Map.of("badges", List.of("A-1")));
    var cancelled = api.delete(path("ada"));

    assertThat(cancelled.status()).isEqualTo(200);
    assertThat(cancelled.body().path("cancelled").asBoolean()).isTrue();
    assertThat(api.delete(path("ada")).body()).isEqualTo(cancelled.body());
    assertThat(attendees()).isZero();
    assertThat(api.put(path("bob"), Map.of("badges", List.of("A-1"))).status()).isEqualTo(201);
    assertThat(api.delete(path("nobody")).status()).isEqualTo(404);
    eventually(() -> assertThat(said("ada", 1).getLast().path("cancelled").asBoolean()).isTrue());
  }

  @Test
  void an_erased_person_leaves_a_stub_that_counts() {
    api.put(path("ada"), Map.of("badges", List.of("A-1"), "newcomer", true));
    TOPICS.tombstone("person-changed", person("ada", 1), 4);

    eventually(
        () -> {
          var stub = said("ada", 1).getLast();
          assertThat(stub.path("rev").asLong()).isEqualTo(2);
          assertThat(stub.path("badges")).isEmpty();
          var erased = TOPICS.values("person-erased", person("ada", 1)).getLast();
          assertThat(erased.path("service").asString()).isEqualTo("events");
          assertThat(erased.path("rev").asLong()).isEqualTo(4);
        });
    assertThat(attendees()).isEqualTo(1);
    assertThat(api.get(path("ada")).status()).isEqualTo(410);
    assertThat(api.delete(path("ada")).status()).isEqualTo(410);
    assertThat(api.put(path("ada"), Map.of()).problem()).isEqualTo("person-erased");
    assertThat(api.get(attendances()).items("items")).isEmpty();
    assertThat(storedTexts()).noneMatch(text -> text.contains(external("ada")));
  }

  @Test
  void an_erasure_heard_twice_says_the_same_twice() {
    TOPICS.tombstone("person-changed", person("ada", 1), 4);
    TOPICS.tombstone("person-changed", person("ada", 1), 4);

    eventually(
        () -> {
          var erased = TOPICS.values("person-erased", person("ada", 1));
          assertThat(new HashSet<>(erased)).hasSize(1);
          assertThat(api.put(path("ada"), Map.of()).status()).isEqualTo(410);
        });
  }

  @Test
  void whoever_registers_again_attends_as_somebody_new() {
    api.put(path("ada"), Map.of());
    TOPICS.tombstone("person-changed", person("ada", 1), 4);
    eventually(() -> assertThat(api.get(path("ada")).status()).isEqualTo(410));
    TOPICS.say(
        "person-changed",
        person("ada", 2),
        Map.of(
            "person",
            person("ada", 2),
            "rev",
            1,
            "generation",
            2,
            "externalId",
            external("ada"),
            "name",
            "Ada",
            "locale",
            "en",
            "consents",
            List.of()));

    eventually(() -> assertThat(api.get(path("ada")).status()).isEqualTo(404));
    var back = api.put(path("ada"), Map.of());
    assertThat(back.status()).isEqualTo(201);
    assertThat(back.text("personId")).isEqualTo(person("ada", 2).toString());
    assertThat(attendees()).isEqualTo(2);
  }

  @Test
  void another_organisers_attendances_stay_closed() {
    assertThat(as("organiser", "other").get(attendances()).status()).isEqualTo(403);
    assertThat(as("organiser", "other").put(path("ada"), Map.of()).status()).isEqualTo(403);
  }

  private List<String> storedTexts() {
    var texts = new ArrayList<String>();
    database.getCollection("attendances").find().forEach(d -> texts.add(d.toJson()));
    database.getCollection("people").find().forEach(d -> texts.add(d.toJson()));
    return texts;
  }

  private Map<String, Object> line(String name, List<String> badges) {
    return Map.of("person", name.isEmpty() ? "" : external(name), "badges", badges);
  }

  private long attendees() {
    return api.get(events() + "/congress").number("/coverage/attendees");
  }

  private List<JsonNode> said(String name, int generation) {
    return TOPICS.values("attendance-changed", attendance(name, generation));
  }

  private String attendances() {
    return events() + "/congress/attendances";
  }

  private String path(String name) {
    return attendances() + "/" + Api.segment(external(name));
  }

  private String external(String name) {
    return name + "@" + organiser + ".example";
  }

  private UUID person(String name, int generation) {
    return ids.of("person", external(name), generation);
  }

  private UUID attendance(String name, int generation) {
    return ids.of("attendance", eventId("congress"), person(name, generation));
  }
}
