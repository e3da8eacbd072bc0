package dev.rapport.kubernetes;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Pods that operators make. Both operators take a pod's security context in place of their own, so
 * that it names whose the volumes are: nobody else would, and nothing could be written there.
 */
final class Operated implements Promise {

  @Override
  public List<String> broken(Manifests manifests) {
    List<String> broken = new ArrayList<>();
    manifests
        .kind("Kafka")
        .forEach(
            kafka -> {
              var context = kafka.at("/spec/kafka/template/pod/securityContext");
              bounded("kafka", context, broken);
              writing("kafka", context, broken);
            });
    manifests
        .kind("MongoDBCommunity")
        .forEach(
            database -> {
              var context = database.at("/spec/statefulSet/spec/template/spec/securityContext");
              bounded("mongodb", context, broken);
              writing("mongodb", context, broken);
              // Kafka's image names its user by a number; this one does not.
              if (!context.path("runAsUser").isNumber()) {
                broken.add("mongodb does not say who runs: runAsUser");
              }
            });
    return broken;
  }

  private static void bounded(String who, JsonNode context, List<String> broken) {
    if (!context.path("runAsNonRoot").asBoolean(false)) {
      broken.add(who + " may run as root");
    }
    if (!context.at("/seccompProfile/type").asString("").equals("RuntimeDefault")) {
      broken.add(who + " has no seccomp profile");
    }
  }

  private static void writing(String who, JsonNode context, List<String> broken) {
    if (!context.path("fsGroup").isNumber()) {
      broken.add(who + " cannot write its volumes: no fsGroup");
    }
  }
}
