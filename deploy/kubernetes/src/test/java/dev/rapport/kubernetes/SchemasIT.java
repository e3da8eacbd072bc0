package dev.rapport.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the schemas of Kubernetes, and of each custom resource, say: an unknown field is refused.
 */
class SchemasIT {

  @TempDir Path folder;

  static Stream<Manifests> all() {
    return Stream.concat(Rendering.all().stream(), Stream.of(Rendering.eyes()));
  }

  @ParameterizedTest
  @MethodSource("all")
  void every_object_is_as_its_schema_says(Manifests manifests) {
    var file = Rendering.FOLDER.resolve(manifests.name() + ".yaml").toString();
    var verdict = Rendering.check(List.of("validate", file));
    // Strimzi's are read by its own classes: a promise.
    var others = Strimzi.KINDS.keySet().stream().mapToLong(k -> manifests.kind(k).count()).sum();
    assertThat(verdict.said()).contains("Invalid: 0, Errors: 0, Skipped: " + others);
    assertThat(verdict.code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Deployment",
        "NetworkPolicy",
        "PodDisruptionBudget",
        "ResourceQuota",
        "HTTPRoute",
        "ScaledObject",
        "TriggerAuthentication",
        "MongoDBCommunity",
        "ExternalSecret",
        "PodMonitor"
      })
  void an_unknown_field_is_refused(String kind) throws IOException {
    var object = Rendering.of("large").kind(kind).findFirst().orElseThrow().deepCopy();
    ((ObjectNode) object.get("spec")).put("surprise", true);
    assertThat(validate(object).said()).contains("Invalid: 1, Errors: 0, Skipped: 0");
  }

  /** The operator's definition leaves this open; Kubernetes' own does not. */
  @ParameterizedTest
  @MethodSource("databases")
  void what_the_mongodb_operator_merges_in_is_a_stateful_set(Manifests manifests)
      throws IOException {
    var set = set(manifests);
    assertThat(validate(set).said()).contains("Valid: 1, Invalid: 0");
    ((ObjectNode) set.at("/spec/template/spec")).put("surprise", true);
    assertThat(validate(set).said()).contains("Invalid: 1");
  }

  @Test
  void all_alerts_and_dashboards_are_there_as_they_are() throws IOException {
    for (var folder : List.of("prometheus", "grafana")) {
      try (var files = Files.list(Rendering.ROOT.resolve("deploy/observability/" + folder))) {
        for (var file : files.filter(f -> !f.toString().endsWith("_test.yaml")).toList()) {
          var name = file.getFileName().toString();
          var map = name.endsWith(".json") ? "rapport-dashboards" : "rapport-alerts";
          var data = Rendering.eyes().kind("ConfigMap", map).findFirst().orElseThrow().path("data");
          assertThat(data.path(name).asString("")).as(name).isEqualTo(Files.readString(file));
        }
      }
    }
  }

  @Test
  void an_object_of_an_unknown_kind_is_an_error() throws IOException {
    var object = Rendering.of("large").kind("Kafka").findFirst().orElseThrow().deepCopy();
    object.put("kind", "Kavka");
    assertThat(validate(object).code()).isNotZero();
  }

  static Stream<Manifests> databases() {
    return Rendering.all().stream().filter(manifests -> manifests.has("MongoDBCommunity"));
  }

  private static ObjectNode set(Manifests manifests) {
    var database = manifests.kind("MongoDBCommunity").findFirst().orElseThrow();
    var set = database.deepCopy();
    set.put("apiVersion", "apps/v1").put("kind", "StatefulSet");
    var spec = (ObjectNode) database.at("/spec/statefulSet/spec").deepCopy();
    spec.putObject("selector").putObject("matchLabels").put("app", "mongodb-svc");
    spec.put("serviceName", "mongodb-svc");
    ((ObjectNode) spec.get("template")).putObject("metadata");
    set.set("spec", spec);
    return set;
  }

  private Rendering.Verdict validate(ObjectNode object) throws IOException {
    var file = Files.writeString(folder.resolve("object.json"), object.toString());
    return Rendering.check(List.of("validate", file.toString()));
  }
}
