package dev.rapport.kubernetes;

import static dev.rapport.kubernetes.Manifests.each;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Each service grows by the lag of all that it hears, followup-service also by what is due, from
 * two to as many as a topic has partitions.
 */
final class Scaled implements Promise {

  private static final Pattern METRIC = Pattern.compile("rapport_[a-z_]+");

  @Override
  public List<String> broken(Manifests manifests) {
    List<String> broken = new ArrayList<>();
    manifests
        .kind("Deployment")
        .forEach(
            deployment -> {
              var service = Manifests.nameOf(deployment);
              if (deployment.path("spec").has("replicas")) {
                broken.add(service + " is set back to a number at each rollout");
              }
              manifests
                  .kind("ScaledObject")
                  .filter(s -> s.at("/spec/scaleTargetRef/name").asString("").equals(service))
                  .findFirst()
                  .ifPresentOrElse(
                      scaled -> scaled(service, scaled.path("spec"), broken),
                      () -> broken.add(service + " does not grow"));
            });
    return broken;
  }

  private static void scaled(String service, JsonNode spec, List<String> broken) {
    if (spec.path("minReplicaCount").asInt(0) < 2) {
      broken.add(service + " may be alone");
    }
    if (spec.path("maxReplicaCount").asInt(100) > Topics.PARTITIONS) {
      broken.add(service + " may have more instances than there are partitions");
    }
    var watched = new TreeMap<String, String>();
    each(spec.path("triggers"))
        .filter(trigger -> trigger.path("type").asString("").equals("kafka"))
        .map(trigger -> trigger.path("metadata"))
        .forEach(
            m -> {
              watched.put(m.path("topic").asString(""), m.path("consumerGroup").asString(""));
              if (!m.path("offsetResetPolicy").asString("").equals("earliest")) {
                broken.add(service + " does not grow by what a new group has not read");
              }
            });
    var heard = Bindings.heard(service);
    if (!watched.equals(heard)) {
      broken.add(service + " grows by " + watched + ", but hears " + heard);
    }
    var asked =
        each(spec.path("triggers"))
            .filter(trigger -> trigger.path("type").asString("").equals("prometheus"))
            .map(trigger -> trigger.path("metadata"))
            .toList();
    if (asked.stream().anyMatch(m -> !m.path("ignoreNullValues").asString("").equals("false"))) {
      broken.add(service + " takes no answer of Prometheus for nothing due");
    }
    var queries = asked.stream().map(m -> m.path("query").asString("")).toList();
    if (service.equals("followup-service") && queries.isEmpty()) {
      broken.add(service + " does not grow by what is due");
    }
    queries.stream()
        .flatMap(query -> METRIC.matcher(query).results())
        .map(found -> found.group())
        .filter(metric -> !readme(service).contains("`" + metric))
        .forEach(metric -> broken.add(service + " has no metric " + metric));
  }

  private static String readme(String service) {
    try {
      return Files.readString(Rendering.ROOT.resolve(service + "/README.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
