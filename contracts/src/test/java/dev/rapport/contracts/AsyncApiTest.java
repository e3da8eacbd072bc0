package dev.rapport.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AsyncApiTest {

  private static final JsonNode DOCUMENT = Contracts.asyncApi();

  @Test
  void every_topic_has_a_schema_and_every_schema_a_topic() {
    assertThat(DOCUMENT.get("asyncapi").asString()).isEqualTo("3.0.0");
    assertThat(DOCUMENT.get("channels").propertyNames())
        .containsExactlyInAnyOrderElementsOf(Contracts.topics());
  }

  @Test
  void a_channel_is_named_for_its_topic_everywhere() {
    for (var channel : DOCUMENT.get("channels").properties()) {
      var topic = channel.getKey();
      assertThat(channel.getValue().get("address").asString()).isEqualTo(topic);
      assertThat(channel.getValue().at("/bindings/kafka/topic").asString()).isEqualTo(topic);
      assertThat(channel.getValue().get("messages")).hasSize(1);
      for (var reference : channel.getValue().get("messages")) {
        var message = resolve(reference);
        assertThat(message.get("name").asString()).isEqualTo("dev.rapport." + topic + ".v1");
        assertThat(message.at("/payload/schema/$ref").asString())
            .isEqualTo("./" + topic + ".schema.json");
        assertThat(resolve(message.get("headers"))).isNotEmpty();
        assertThat(message.at("/bindings/kafka/key/format").asString()).isEqualTo("uuid");
      }
    }
  }

  @Test
  void a_state_is_compacted_and_a_fact_is_deleted_after_a_time() {
    for (var channel : DOCUMENT.get("channels")) {
      var topic = channel.at("/bindings/kafka");
      assertThat(topic.get("partitions").asInt()).isPositive();
      var configuration = topic.get("topicConfiguration");
      var policy = configuration.get("cleanup.policy").get(0).asString();
      assertThat(policy).isIn("compact", "delete");
      assertThat(configuration.has("retention.ms")).isEqualTo(policy.equals("delete"));
    }
  }

  @Test
  void dead_letters_are_deleted_after_a_time_and_those_with_names_within_a_day() {
    var usual = DOCUMENT.at("/x-dead-letters/topicConfiguration");
    assertThat(usual.at("/cleanup.policy/0").asString()).isEqualTo("delete");
    assertThat(usual.get("retention.ms").asLong()).isPositive();
    var ofPeople = DOCUMENT.at("/channels/person-changed/x-dead-letters/topicConfiguration");
    assertThat(ofPeople.at("/cleanup.policy/0").asString()).isEqualTo("delete");
    // The newest record of a segment decides when all of it goes.
    assertThat(
            Duration.ofMillis(
                ofPeople.get("retention.ms").asLong() + ofPeople.get("segment.ms").asLong()))
        .isLessThan(Duration.ofDays(1));
  }

  @Test
  void an_operation_is_named_for_the_service_what_it_does_and_the_topic() {
    for (var operation : DOCUMENT.get("operations").properties()) {
      var name = operation.getKey().split("\\.");
      var value = operation.getValue();
      assertThat(value.at("/channel/$ref").asString()).isEqualTo("#/channels/" + name[2]);
      assertThat(resolve(value.get("channel"))).isNotEmpty();
      assertThat(value.get("action").asString())
          .isEqualTo(name[1].equals("hears") ? "receive" : "send");
      assertThat(value.at("/tags/0/name").asString()).isEqualTo(name[0]);
      if (name[1].equals("hears")) {
        assertThat(value.at("/bindings/kafka/groupId/const").asString())
            .isEqualTo(name[0] + "." + name[2]);
      }
    }
  }

  @Test
  void every_topic_is_said_and_heard() {
    assertThat(topics("says")).containsExactlyInAnyOrderElementsOf(Contracts.topics());
    assertThat(topics("hears")).containsExactlyInAnyOrderElementsOf(Contracts.topics());
  }

  private static Set<String> topics(String verb) {
    return DOCUMENT.get("operations").propertyNames().stream()
        .map(name -> name.split("\\."))
        .filter(name -> name[1].equals(verb))
        .map(name -> name[2])
        .collect(Collectors.toSet());
  }

  private static JsonNode resolve(JsonNode reference) {
    return DOCUMENT.at(reference.get("$ref").asString().substring(1));
  }
}
