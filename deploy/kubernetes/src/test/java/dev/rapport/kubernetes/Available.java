package dev.rapport.kubernetes;

import static dev.rapport.kubernetes.Manifests.each;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Drains, upgrades and lost zones leave someone who works, and a batch in hand is finished. */
final class Available implements Promise {

  private static final Pattern SHUTDOWN = Pattern.compile("SHUTDOWN_MILLIS = ([0-9_]+);");

  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

  private final Duration batch = shutdownOfReaders();

  @Override
  public List<String> broken(Manifests manifests) {
    List<String> broken = new ArrayList<>();
    manifests
        .kind("Deployment")
        .forEach(
            deployment -> {
              var name = Manifests.nameOf(deployment);
              var pod = deployment.at("/spec/template/spec");
              var labels = deployment.at("/spec/template/metadata/labels");
              if (manifests.kind("PodDisruptionBudget").noneMatch(pdb -> guards(pdb, labels))) {
                broken.add(name + " has no disruption budget of one pod at a time");
              }
              if (each(pod.path("topologySpreadConstraints"))
                  .noneMatch(s -> s.path("topologyKey").asString("").endsWith("/zone"))) {
                broken.add(name + " is not spread over zones");
              }
              if (!pod.at("/affinity/podAntiAffinity")
                  .toString()
                  .contains("kubernetes.io/hostname")) {
                broken.add(name + " may be on one node only");
              }
              if (deployment.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(1) != 0) {
                broken.add(name + " takes pods away before new ones are ready");
              }
              var preStop = pod.at("/containers/0/lifecycle/preStop/sleep/seconds").asInt(0);
              var grace = pod.path("terminationGracePeriodSeconds").asInt(30);
              if (preStop == 0) {
                broken.add(name + " stops while gateways still send to it");
              }
              if (grace <= preStop + 2 * batch.toSeconds()) {
                broken.add(name + " is killed in the middle of a batch");
              }
            });
    manifests
        .kind("Kafka")
        .map(kafka -> kafka.at("/spec/kafka/template/pod"))
        .forEach(
            pod -> {
              // One template for brokers and controllers: each kind is kept apart from its own.
              apart("kafka", pod, broken);
              if (!pod.at("/affinity/podAntiAffinity/" + REQUIRED + "/0/matchLabelKeys")
                  .toString()
                  .contains("strimzi.io/pool-name")) {
                broken.add("A broker is kept apart from controllers");
              }
            });
    manifests
        .kind("KafkaNodePool")
        .filter(pool -> pool.path("spec").has("template"))
        .forEach(pool -> broken.add(Manifests.nameOf(pool) + " has a template of its own"));
    manifests
        .kind("MongoDBCommunity")
        .forEach(
            database -> {
              apart("mongodb", database.at("/spec/statefulSet/spec/template/spec"), broken);
              if (manifests
                  .kind("PodDisruptionBudget", "mongodb")
                  .noneMatch(pdb -> pdb.at("/spec/maxUnavailable").asInt(0) == 1)) {
                broken.add("mongodb has no disruption budget of one pod at a time");
              }
            });
    return broken;
  }

  /** Never two of them on a node, and spread over zones. */
  private static void apart(String who, JsonNode pod, List<String> broken) {
    if (each(pod.at("/affinity/podAntiAffinity/" + REQUIRED))
        .noneMatch(
            term -> term.path("topologyKey").asString("").equals("kubernetes.io/hostname"))) {
      broken.add(who + " may lose two of three with one node");
    }
    if (each(pod.path("topologySpreadConstraints"))
        .noneMatch(s -> s.path("topologyKey").asString("").endsWith("/zone"))) {
      broken.add(who + " is not spread over zones");
    }
  }

  private static boolean guards(JsonNode budget, JsonNode labels) {
    var selector = budget.at("/spec/selector/matchLabels");
    return !selector.isEmpty()
        && selector.properties().stream()
            .allMatch(label -> label.getValue().equals(labels.path(label.getKey())))
        && budget.at("/spec/maxUnavailable").asInt(0) == 1
        && budget.at("/spec/unhealthyPodEvictionPolicy").asString("").equals("AlwaysAllow");
  }

  /** How long messaging lets a batch go on when its service stops; requests get as much. */
  private static Duration shutdownOfReaders() {
    var source =
        Rendering.ROOT.resolve(
            "messaging/src/main/java/dev/rapport/messaging/MessagingConfiguration.java");
    try {
      var found = SHUTDOWN.matcher(Files.readString(source));
      if (!found.find()) {
        throw new IllegalStateException(
            "No longer there: how long a batch may go on, in " + source);
      }
      return Duration.ofMillis(Long.parseLong(found.group(1).replace("_", "")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
