package dev.rapport.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.contracts.Contracts.Example;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ExamplesTest {

  /** The field of the value that is the record's key, where it is not the topic's first word. */
  private static final Map<String, String> KEYS =
      Map.of(
          "contact-met", "owner",
          "meetings-counted", "event",
          "followup-due", "recipient",
          "notification-settled", "recipient",
          "followup-settled", "owner",
          "interaction-logged", "owner",
          "introduction-suggested", "connector",
          "followup-progress", "event");

  @ParameterizedTest
  @MethodSource("dev.rapport.contracts.Contracts#topics")
  void every_topic_has_examples(String topic) {
    assertThat(Contracts.examples(topic)).hasSizeGreaterThan(2);
  }

  @ParameterizedTest
  @MethodSource("dev.rapport.contracts.Contracts#examples")
  void every_example_validates(Example example) {
    if (example.value().isNull()) {
      assertThat(example.topic()).isEqualTo("person-changed");
      assertThat(example.headers().has("rev")).isTrue();
      return;
    }
    assertThat(Contracts.errors(Contracts.schema(example.topic()), example.value())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.rapport.contracts.Contracts#examples")
  void an_example_without_a_required_field_is_refused(Example example) {
    if (example.value() instanceof ObjectNode value) {
      var schema = Contracts.schema(example.topic());
      for (JsonNode field : schema.get("required")) {
        var lacking = value.deepCopy();
        lacking.remove(field.asString());
        assertThat(Contracts.errors(schema, lacking)).as(field.asString()).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.rapport.contracts.Contracts#examples")
  void the_headers_are_those_that_asyncapi_asks_for(Example example) {
    var schemas = Contracts.asyncApi().at("/components/schemas");
    assertThat(Contracts.errors(schemas.get("factHeaders"), example.headers())).isEmpty();
    assertThat(example.headers().get("ce_type").asString())
        .isEqualTo("dev.rapport." + example.topic() + ".v1");
  }

  @ParameterizedTest
  @MethodSource("dev.rapport.contracts.Contracts#examples")
  void key_and_rev_outside_are_those_inside(Example example) {
    if (example.value().isNull()) {
      return;
    }
    var key = KEYS.getOrDefault(example.topic(), example.topic().split("-")[0]);
    assertThat(example.key()).isEqualTo(example.value().get(key).asString());
    if (example.headers().has("rev")) {
      assertThat(example.headers().get("rev").asString())
          .isEqualTo(example.value().get("rev").asString());
    }
  }

  @Test
  void every_value_of_every_enum_is_shown_by_an_example() {
    for (var topic : Contracts.topics()) {
      var unseen = new TreeSet<String>();
      Contracts.schema(topic)
          .findValues("enum")
          .forEach(values -> values.forEach(value -> unseen.add(value.asString())));
      Contracts.examples(topic)
          .forEach(example -> strings(example.value()).forEach(unseen::remove));
      assertThat(unseen).as(topic).isEmpty();
    }
  }

  private static TreeSet<String> strings(JsonNode node) {
    var found = new TreeSet<String>();
    if (node.isString()) {
      found.add(node.asString());
    }
    node.forEach(child -> found.addAll(strings(child)));
    return found;
  }
}
