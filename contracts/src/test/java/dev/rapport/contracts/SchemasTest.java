package dev.rapport.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class SchemasTest {

  private static final String DRAFT = SpecificationVersion.DRAFT_2020_12.getDialectId();

  @ParameterizedTest
  @MethodSource("dev.rapport.contracts.Contracts#topics")
  void every_schema_is_a_schema(String topic) {
    var schema = Contracts.schema(topic);
    var meta = Contracts.json("{\"$ref\":\"" + DRAFT + "\"}");
    assertThat(schema.get("$schema").asString()).isEqualTo(DRAFT);
    assertThat(schema.get("$id").asString()).isEqualTo("urn:rapport:contracts:" + topic + ":v1");
    assertThat(Contracts.errors(meta, schema)).isEmpty();
  }

  @Test
  void a_schema_that_is_none_is_noticed() {
    var meta = Contracts.json("{\"$ref\":\"" + DRAFT + "\"}");
    assertThat(Contracts.errors(meta, Contracts.json("{\"type\":\"text\"}"))).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.rapport.contracts.Contracts#topics")
  void readers_may_meet_fields_that_they_do_not_know(String topic) {
    assertThat(Contracts.schema(topic).findValues("additionalProperties")).isEmpty();
    assertThat(Contracts.schema(topic).findValues("unevaluatedProperties")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.rapport.contracts.Contracts#topics")
  void what_is_required_is_described(String topic) {
    assertThat(undescribed(Contracts.schema(topic))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.rapport.contracts.Contracts#topics")
  void only_person_changed_tells_who_somebody_is(String topic) {
    if (topic.equals("person-changed")) {
      return;
    }
    // An event's name, its external id and its sender identity are the organiser's.
    var known = topic.equals("event-changed") ? Set.of("name", "externalId", "address") : Set.of();
    var telling = List.of("name", "externalId", "address", "email", "locale", "notes", "text");
    var schema = Contracts.schema(topic);
    assertThat(telling)
        .filteredOn(field -> !schema.findValues(field).isEmpty())
        .allMatch(known::contains);
  }

  private static List<String> undescribed(JsonNode schema) {
    var missing = new ArrayList<String>();
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              if (!property.getValue().has("description")) {
                missing.add(property.getKey());
              }
              missing.addAll(undescribed(property.getValue()));
            });
    schema
        .path("required")
        .forEach(
            field -> {
              if (!schema.path("properties").has(field.asString())) {
                missing.add(field.asString());
              }
            });
    if (schema.has("items")) {
      missing.addAll(undescribed(schema.get("items")));
    }
    return missing;
  }
}
