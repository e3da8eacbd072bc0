package dev.rapport.events.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.events.Api;
import dev.rapport.events.CongressIT;
import dev.rapport.events.Contracts;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntroductionsIT extends CongressIT {

  @BeforeEach
  void ada_connects_and_knows_two_who_do_not_know_each_other() {
    for (var person : List.of("ada", "bob", "cy", "dee")) {
      say(person, 1, List.of("trains"), "beIntroduced", "beNamed");
    }
    say("ada", 2, List.of("trains"), "introduceOthers");
    congress("ada", "bob", "cy", "dee");
    met("ada", "bob", 1, "faceToFace", "both", true);
    met("ada", "cy", 1, "faceToFace", "both", true);
  }

  @Test
  void a_connector_is_told_whom_to_bring_together_and_so_are_the_others() {
    eventually(() -> assertThat(toAda().items("introductions")).isNotEmpty());

    var first = toAda().items("introductions").getLast();
    assertThat(first.path("topics").get(0).asString()).isEqualTo("trains");
    assertThat(List.of(first.at("/one/name").asString(), first.at("/other/name").asString()))
        .allMatch(name -> name.matches("Name of (bob|cy|dee)"));
    assertThat(asPerson(external("bob")).get(path("bob")).items("introductions")).isEmpty();
    eventually(
        () ->
            assertThat(TOPICS.all("introduction-suggested"))
                .filteredOn(record -> person("ada").toString().equals(record.key()))
                .isNotEmpty()
                .allSatisfy(
                    record -> Contracts.validate("introduction-suggested", record.value())));
  }

  @Test
  void who_no_longer_wants_to_be_introduced_is_shown_no_more() {
    eventually(() -> assertThat(toAda().items("introductions")).isNotEmpty());
    for (var person : List.of("bob", "cy", "dee")) {
      say(person, 3, List.of("trains"), "beNamed");
    }

    eventually(() -> assertThat(toAda().items("introductions")).isEmpty());
  }

  @Test
  void who_wants_nothing_of_the_connector_is_named_to_them_no_more() {
    eventually(() -> assertThat(toAda().items("introductions")).isNotEmpty());
    for (var person : List.of("bob", "cy", "dee")) {
      met("ada", person, 2, "faceToFace", "both", false);
    }

    eventually(() -> assertThat(toAda().items("introductions")).isEmpty());
  }

  @Test
  void the_erased_are_in_no_introduction() {
    eventually(() -> assertThat(toAda().items("introductions")).isNotEmpty());
    for (var person : List.of("bob", "cy", "dee")) {
      TOPICS.tombstone("person-changed", person(person), 9);
    }

    eventually(
        () ->
            assertThat(
                    database
                        .getCollection("introductions")
                        .countDocuments(
                            com.mongodb.client.model.Filters.eq("event", eventId("congress"))))
                .isZero());
  }

  @Test
  void only_the_platform_and_the_connector_see_them() {
    assertThat(asPerson(external("ada")).get(path("ada")).status()).isEqualTo(200);
    assertThat(asPerson(external("bob")).get(path("ada")).status()).isEqualTo(403);
    assertThat(as("organiser", organiser).get(path("ada")).status()).isEqualTo(403);
  }

  private Api.Answer toAda() {
    return api.get(path("ada"));
  }

  private String path(String person) {
    return events() + "/congress/people/" + external(person) + "/introductions";
  }
}
