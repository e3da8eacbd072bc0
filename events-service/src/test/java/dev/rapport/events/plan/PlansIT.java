package dev.rapport.events.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import dev.rapport.events.CongressIT;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class PlansIT extends CongressIT {

  @Test
  void a_plan_is_kept_and_measured_by_what_both_reported() {
    say("ada", 1, List.of("trains"), "beNamed");
    say("ben", 1, List.of("Trains", "ships"), "beNamed");
    say("cy", 1, List.of("cake"), "beNamed");
    congress("ada", "ben", "cy");
    api.put(attendance("ben"), Map.of("newcomer", true));
    var goals =
        Map.of(
            "peopleMet", 1,
            "newcomers", 1,
            "people", List.of(external("ben"), external("cy")),
            "topics", List.of("ships"),
            "virtualShare", 50);
    var body = Map.of("goals", goals, "openers", List.of("What brings you here?"));
    assertThat(asPerson(external("ada")).put(plan("ada"), body).status()).isEqualTo(201);
    assertThat(api.put(plan("ada"), body).status()).isEqualTo(200);
    met("ada", "ben", 1, "virtual", "both", true);
    met("ada", "cy", 1, "faceToFace", "owner", true);

    eventually(
        () -> {
          var shown = api.get(plan("ada"));
          assertThat(shown.text("phase")).isEqualTo("during");
          assertThat(shown.number("/met")).isEqualTo(1);
          assertThat(shown.items("criteria"))
              .extracting(c -> c.path("goal").asString() + " " + c.path("reached").asInt())
              .containsExactly(
                  "peopleMet 1", "newcomers 1", "people 1", "topics 1", "virtualShare 100");
          assertThat(shown.body().at("/criteria/2/open/0").asString()).isEqualTo(external("cy"));
        });
    assertThat(api.get(plan("ada")).body().at("/plan/openers/0").asString())
        .isEqualTo("What brings you here?");
  }

  @Test
  void who_of_their_contacts_will_be_there_is_told_to_those_who_may_be_named_too() {
    say("ada", 1, List.of("trains"), "beNamed");
    say("ben", 1, List.of("Trains"), "beNamed");
    say("cy", 1, List.of("trains"));
    event("before", "ada", "ben", "cy");
    met("before", "ada", "ben", 1, "virtual", "both", true);
    met("before", "ada", "cy", 1, "faceToFace", "both", true);
    congress("ada", "ben", "cy");

    eventually(
        () -> {
          var there = api.get(plan("ada")).items("there");
          assertThat(there).hasSize(1);
          assertThat(there.getFirst().path("person").asString()).isEqualTo(external("ben"));
          assertThat(there.getFirst().path("topics").get(0).asString()).isEqualTo("trains");
          assertThat(there.getFirst().path("onlyOnline").asBoolean()).isTrue();
          assertThat(there.getFirst().path("metHere").asBoolean()).isFalse();
        });
    assertThat(api.get(plan("cy")).items("there")).isEmpty();
  }

  @Test
  void follow_ups_done_in_time_count_for_the_plan_that_asks_for_them() {
    congress("ada", "ben");
    api.put(plan("ada"), Map.of("goals", Map.of("followUpsInTime", 2)));
    settled("ada", "ben", "sent", true);
    settled("ada", "cy", "done", true);
    settled("ada", "dee", "missed", false);
    settled("ada", "dee", "sent", false);

    eventually(() -> assertThat(inTime()).isEqualTo(2));
    settled("ada", "cy", "withdrawn", true);
    eventually(() -> assertThat(inTime()).isEqualTo(1));
  }

  @Test
  void an_erased_persons_plan_is_gone_and_they_are_nobodys_goal() {
    say("ada", 1, List.of("trains"));
    congress("ada", "bob");
    api.put(plan("ada"), Map.of("openers", List.of("Hello")));
    var named = Map.of("goals", Map.of("people", List.of(external("ada"), external("cy"))));
    api.put(plan("bob"), named);
    eventually(() -> assertThat(toBob().toString()).contains(external("ada")));
    TOPICS.tombstone("person-changed", person("ada"), 3);

    eventually(() -> assertThat(api.get(plan("ada")).status()).isEqualTo(410));
    eventually(
        () ->
            assertThat(
                    database
                        .getCollection("plans")
                        .countDocuments(Filters.eq("person", person("ada"))))
                .isZero());
    assertThat(api.put(plan("ada"), Map.of()).problem()).isEqualTo("person-erased");
    eventually(
        () ->
            assertThat(toBob().toString())
                .contains(external("cy"))
                .doesNotContain(external("ada")));
  }

  private Document toBob() {
    return Objects.requireNonNull(
        database.getCollection("plans").find(Filters.eq("person", person("bob"))).first());
  }

  @Test
  void many_plans_come_at_once_and_a_bad_one_harms_no_other() {
    congress();
    var answer =
        api.post(
            events() + "/congress/plans",
            Map.of(
                "plans",
                List.of(
                    Map.of("person", external("ada"), "goals", Map.of("peopleMet", 5)),
                    Map.of("person", external("ben"), "goals", Map.of("peopleMet", 0)),
                    Map.of("person", external("ada"), "openers", List.of("x".repeat(301))))));

    assertThat(answer.items("results"))
        .extracting(line -> line.path("status").asInt())
        .containsExactly(201, 422, 422);
  }

  @Test
  void nobody_else_sees_a_plan() {
    congress("ada");

    assertThat(asPerson(external("ben")).get(plan("ada")).status()).isEqualTo(403);
    assertThat(as("organiser", organiser).get(plan("ada")).status()).isEqualTo(403);
    assertThat(as("organiser", organiser).post(events() + "/congress/plans", Map.of()).status())
        .isEqualTo(403);
  }

  private long inTime() {
    return api.get(plan("ada")).number("/criteria/0/reached");
  }

  private void settled(String owner, String contact, String outcome, boolean onTime) {
    TOPICS.say(
        "followup-settled",
        person(owner),
        Map.of(
            "followUp", ids.of("follow-up", eventId("congress"), person(owner), person(contact)),
            "rev", 1,
            "event", eventId("congress"),
            "owner", person(owner),
            "contact", person(contact),
            "outcome", outcome,
            "onTime", onTime,
            "at", clock.now().toString(),
            "answer", "none"));
  }

  private String plan(String person) {
    return events() + "/congress/plans/" + external(person);
  }

  private String attendance(String person) {
    return events() + "/congress/attendances/" + external(person);
  }
}
