package dev.rapport.events.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.events.CongressIT;
import dev.rapport.events.Visit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanPageIT extends CongressIT {

  @Test
  void a_plan_is_written_on_its_page_without_losing_what_the_platform_said() {
    congress("ada");
    api.put(
        events() + "/congress/plans/" + external("ada"),
        Map.of("goals", Map.of("people", List.of("ben"))));
    var visit = visit("ada", "en");

    assertThat(visit.get("/my/plan").body()).contains("My plan", "Annual congress");
    var saved =
        visit.post(
            "/my/plan",
            "event=%s&peopleMet=5&topics=trains%%0D%%0Aships&openers=Hello%%20<b>&newcomers="
                .formatted(eventId("congress")));
    assertThat(saved.statusCode()).isEqualTo(200);
    assertThat(saved.body()).contains("Your plan is saved.", "trains, ships", "Hello &lt;b&gt;");
    var kept = api.get(events() + "/congress/plans/" + external("ada")).body();
    assertThat(kept.at("/plan/goals/peopleMet").asInt()).isEqualTo(5);
    assertThat(kept.at("/plan/goals/people/0").asString()).isEqualTo("ben");
    var refused =
        visit.in("de").post("/my/plan", "event=%s&peopleMet=x".formatted(eventId("congress")));
    assertThat(refused.statusCode()).isEqualTo(422);
  }

  @Test
  void a_plan_that_is_refused_keeps_what_was_typed_and_says_what_is_wrong_beside_each() {
    congress("ada");
    var visit = visit("ada", "en");
    visit.post("/my/plan", "event=%s&peopleMet=5".formatted(eventId("congress")));
    var form =
        "event=%s&peopleMet=20000&virtualShare=101&newcomers=2&topics=trains&openers=%s"
            .formatted(eventId("congress"), "o".repeat(301));
    var refused = visit.post("/my/plan", form);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("Your plan is not saved", "role=\"alert\"")
        .contains("value=\"20000\" aria-invalid=\"true\" aria-describedby=\"w-peopleMet\"")
        .contains("value=\"101\" aria-invalid=\"true\" aria-describedby=\"w-virtualShare\"")
        .contains("<p id=\"w-openers\" class=\"said\">At most 10 sentences")
        .contains("name=\"newcomers\" type=\"number\"", "value=\"2\"")
        .contains(">trains</textarea>", "o".repeat(301) + "</textarea>")
        .doesNotContain("w-newcomers", "w-topics", "w-seeks");
    assertThat(visit("ada", "de").post("/my/plan", form).body())
        .contains("bei jedem Feld", "zwischen 1 und 10.000", "zwischen 1 und 100.");
    assertThat(visit.get("/my/plan").body()).contains("value=\"5\"").doesNotContain("20000");
  }

  @Test
  void the_page_is_in_the_persons_language_and_names_whom_they_know() {
    say("ada", 1, List.of("trains"), "beNamed");
    say("ben", 1, List.of("trains"), "beNamed");
    event("before", "ada", "ben");
    met("before", "ada", "ben", 1, "virtual", "both", true);
    congress("ada", "ben");

    eventually(
        () ->
            assertThat(visit("ada", "de").get("/my/plan?event=" + eventId("congress")).body())
                .contains(
                    "<html lang=\"de\">",
                    "Name of ben",
                    "Ihnen beiden liegt an trains.",
                    "Hier geht es persönlich"));
  }

  @Test
  void without_a_session_an_event_or_a_person_there_is_a_page_that_says_so() {
    congress("ada", "ben");

    assertThat(new Visit(port, "", "en").get("/my/plan").statusCode()).isEqualTo(401);
    assertThat(visit("cy", "en").get("/my/plan").body()).contains("not registered for an event");
    assertThat(visit("cy", "en").post("/my/plan", "event=" + eventId("congress")).statusCode())
        .isEqualTo(404);
    TOPICS.tombstone("person-changed", person("ada"), 3);
    eventually(() -> assertThat(visit("ada", "en").get("/my/plan").statusCode()).isEqualTo(410));
  }

  private Visit visit(String person, String language) {
    return new Visit(port, SESSIONS.cookie(person(person), language), language);
  }
}
