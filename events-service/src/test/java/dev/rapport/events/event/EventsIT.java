package dev.rapport.events.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.events.Api;
import dev.rapport.events.ServiceIT;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EventsIT extends ServiceIT {

  @Test
  void a_new_event_is_answered_201_and_announced() {
    var answer = api.put(events() + "/congress", event());

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("state")).isEqualTo("PLANNED");
    assertThat(answer.text("id")).isEqualTo(eventId("congress").toString());
    assertThat(answer.number("/rev")).isEqualTo(1);
    assertThat(answer.number("/coverage/attendees")).isZero();
    eventually(() -> assertThat(said("congress")).containsExactly("planned"));
  }

  @Test
  void the_same_event_again_changes_nothing() {
    var body = event();
    var first = api.put(events() + "/congress", body);

    var again = api.put(events() + "/congress", body);

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(api.get(events() + "/congress").body()).isEqualTo(first.body());
  }

  @Test
  void another_name_raises_the_rev_and_other_dates_the_policy_rev_too() {
    var body = event();
    api.put(events() + "/congress", body);
    body.put("name", "Congrès annuel 🎉 مؤتمر");
    var renamed = api.put(events() + "/congress", body);
    body.put("policy", Map.of("followUpWithin", "P3D", "listDays", List.of(1)));
    var replanned = api.put(events() + "/congress", body);

    assertThat(renamed.number("/rev")).isEqualTo(2);
    assertThat(renamed.text("name")).isEqualTo("Congrès annuel 🎉 مؤتمر");
    assertThat(replanned.number("/rev")).isEqualTo(3);
    eventually(
        () -> {
          var last = TOPICS.values("event-changed", eventId("congress")).getLast();
          assertThat(last.path("rev").asLong()).isEqualTo(3);
          assertThat(last.path("policyRev").asLong()).isEqualTo(3);
          assertThat(last.at("/policy/followUpWithin").asString()).isEqualTo("PT72H");
          assertThat(last.at("/policy/lateGrace").asString()).isEqualTo("PT24H");
        });
  }

  @Test
  void a_bad_line_harms_none_of_its_neighbours() {
    var good = line("a");
    var wrongType = line("b");
    wrongType.put("name", Map.of());
    var unknownField = line("c");
    unknownField.put("colour", "red");
    var endsBefore = line("d");
    endsBefore.put("ends", "2020-01-01T00:00:00Z");
    var answer =
        api.post(
            events(),
            Map.of("events", List.of(good, wrongType, unknownField, endsBefore, "x", line("a"))));

    assertThat(answer.status()).isEqualTo(200);
    var statuses = answer.items("results").stream().map(r -> r.path("status").asInt()).toList();
    assertThat(statuses).containsExactly(201, 400, 400, 422, 400, 200);
    assertThat(slugs(answer.items("results")))
        .containsExactly(
            "", "malformed-body", "unknown-field", "invalid-field", "malformed-body", "");
    assertThat(api.get(events()).items("items")).hasSize(1);
  }

  @Test
  void a_list_is_read_page_by_page() {
    var lines = new ArrayList<Object>();
    for (var i = 0; i < 5; i++) {
      lines.add(line("event-" + i));
    }
    api.post(events(), Map.of("events", lines));

    var names = new ArrayList<String>();
    var page = api.get(events() + "?limit=2");
    while (true) {
      page.items("items").forEach(item -> names.add(item.path("event").asString()));
      if (page.text("next").isEmpty()) {
        break;
      }
      page = api.get(events() + "?limit=2&cursor=" + page.text("next"));
    }

    assertThat(names)
        .containsExactlyInAnyOrder("event-0", "event-1", "event-2", "event-3", "event-4");
  }

  @Test
  void a_thousand_lines_are_taken_and_one_more_is_refused() {
    var lines = new ArrayList<Object>();
    for (var i = 0; i < 1001; i++) {
      lines.add(line("e" + i));
    }
    var answer = api.post(events(), Map.of("events", lines));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.problem()).isEqualTo("too-many-lines");
    lines.removeLast();
    assertThat(api.post(events(), Map.of("events", lines)).items("results"))
        .hasSize(1000)
        .allSatisfy(line -> assertThat(line.path("status").asInt()).isEqualTo(201));
  }

  @Test
  void another_organisers_events_stay_closed() {
    api.put(events() + "/congress", event());
    var other = as("organiser", "someone else");

    assertThat(other.get(events() + "/congress").status()).isEqualTo(403);
    assertThat(other.put(events() + "/congress", event()).problem()).isEqualTo("not-yours");
    assertThat(other.post(events() + "/congress/cancel", null).status()).isEqualTo(403);
    assertThat(as("person", null).get(events()).status()).isEqualTo(403);
    assertThat(as("organiser", organiser).get(events() + "/congress").status()).isEqualTo(200);
    assertThat(new Api(port, null).get(events()).status()).isEqualTo(401);
  }

  @Test
  void a_hold_is_answered_when_all_are_told() {
    api.put(events() + "/congress", event());
    var held = as("organiser", organiser).post(events() + "/congress/hold", null);

    assertThat(held.status()).isEqualTo(200);
    assertThat(held.body().path("held").asBoolean()).isTrue();
    var told = TOPICS.values("event-changed", eventId("congress")).getLast();
    assertThat(told.path("held").asBoolean()).isTrue();
    assertThat(told.path("policyRev").asLong()).isEqualTo(1);
    assertThat(api.post(events() + "/congress/hold", null).number("/rev"))
        .isEqualTo(held.number("/rev"));
    assertThat(api.post(events() + "/congress/resume", null).body().path("held").asBoolean())
        .isFalse();
    assertThat(as("organiser", "another").post(events() + "/congress/hold", null).status())
        .isEqualTo(403);
    assertThat(as("person", null).post(events() + "/congress/resume", null).status())
        .isEqualTo(403);
    api.post(events() + "/congress/cancel", null);
    assertThat(api.post(events() + "/congress/hold", null).problem()).isEqualTo("event-cancelled");
  }

  @Test
  void what_is_not_there_is_404() {
    assertThat(api.get(events() + "/nothing").problem()).isEqualTo("not-found");
    assertThat(api.post(events() + "/nothing/end", null).status()).isEqualTo(404);
    assertThat(api.get(events() + "/nothing/attendances").status()).isEqualTo(404);
  }

  @Test
  void an_identifier_may_hold_any_printable_character() {
    for (var name : List.of("a/b", "a;b", "100%", "a\\b", "kongreß 🎉", "a//b")) {
      var path = events() + "/" + Api.segment(name);
      assertThat(api.put(path, event()).text("event")).isEqualTo(name);
      assertThat(api.get(path).status()).isEqualTo(200);
    }
    assertThat(api.put(events() + "/a%0Ab", event()).status()).isEqualTo(400);
  }

  @Test
  void a_body_that_is_no_json_is_a_problem() {
    var answer = api.put(events() + "/congress", "{\"name\": ");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("malformed-body");
  }

  private Map<String, Object> line(String name) {
    var line = new TreeMap<>(event());
    line.put("event", name);
    line.put("starts", "2027-03-01T09:00:00+01:00");
    line.put("ends", "2027-03-02T18:00:00+01:00");
    return line;
  }

  private static List<String> slugs(List<JsonNode> results) {
    return results.stream()
        .map(r -> r.at("/problem/type").asString("").replace("urn:rapport:problem:", ""))
        .toList();
  }
}
