package dev.rapport.kubernetes;

import static dev.rapport.kubernetes.Manifests.each;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The pods of our own workloads. */
final class Pods {

  private static final Set<String> WORKLOADS =
      Set.of("Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "ReplicaSet", "Pod");

  private Pods() {}

  /** A workload with its pods' template. */
  record Pod(String workload, JsonNode object, JsonNode template) {

    JsonNode spec() {
      return template.path("spec");
    }

    List<JsonNode> containers() {
      return Stream.of("containers", "initContainers", "ephemeralContainers")
          .flatMap(kind -> each(spec().path(kind)))
          .toList();
    }
  }

  static Stream<Pod> of(Manifests manifests) {
    return manifests.objects().stream()
        .filter(object -> WORKLOADS.contains(object.path("kind").asString()))
        .map(object -> new Pod(Manifests.nameOf(object), object, template(object)));
  }

  private static JsonNode template(JsonNode object) {
    return switch (object.path("kind").asString()) {
      case "Pod" -> object;
      case "CronJob" -> object.at("/spec/jobTemplate/spec/template");
      default -> object.at("/spec/template");
    };
  }
}
