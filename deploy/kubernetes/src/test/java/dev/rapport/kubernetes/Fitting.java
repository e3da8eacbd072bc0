package dev.rapport.kubernetes;

import static dev.rapport.kubernetes.Manifests.each;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What every overlay grows to fits its namespace's quota, with room for a rollout, and what the
 * namespace gives to whoever states no limit is neither too small nor a limit of processors.
 */
final class Fitting implements Promise {

  private static final Map<String, Long> UNITS =
      Map.of("m", -1_000L, "Mi", 1L << 20, "Gi", 1L << 30, "Ki", 1L << 10);

  /** What one container asks for, and how many there are of it. */
  private record Demand(String who, JsonNode resources, int count) {

    BigDecimal of(String bound) {
      return quantity(resources.at("/" + bound.replace('.', '/')).asString("0"));
    }
  }

  @Override
  public List<String> broken(Manifests manifests) {
    List<String> broken = new ArrayList<>();
    var demands = demands(manifests);
    for (var bound : List.of("requests.cpu", "requests.memory", "limits.memory")) {
      var sum =
          demands.stream()
              .map(demand -> demand.of(bound).multiply(BigDecimal.valueOf(demand.count())))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      for (var quota : manifests.kind("ResourceQuota").toList()) {
        var most = quantity(quota.at("/spec/hard").path(bound).asString("0"));
        if (most.compareTo(sum) < 0) {
          broken.add("All takes %s of %s, the quota gives %s".formatted(sum, bound, most));
        }
      }
    }
    manifests
        .kind("LimitRange")
        .flatMap(range -> each(range.at("/spec/limits")))
        .forEach(limits -> range(limits.path("default"), demands, broken));
    return broken;
  }

  /** A container's default limit is put in where it states none, whatever it requests. */
  private static void range(JsonNode limits, List<Demand> demands, List<String> broken) {
    if (limits.has("cpu")) {
      broken.add("Whoever states no limit of processors gets " + limits.path("cpu").asString());
    }
    for (var limit : limits.properties()) {
      var resource = limit.getKey();
      var most = quantity(limit.getValue().asString("0"));
      demands.stream()
          .filter(demand -> demand.resources().at("/limits/" + resource).isMissingNode())
          .filter(demand -> demand.of("requests." + resource).compareTo(most) > 0)
          .forEach(
              demand ->
                  broken.add(
                      "%s is refused: it asks for more %s than the default limit of %s"
                          .formatted(demand.who(), resource, most)));
    }
  }

  private static List<Demand> demands(Manifests manifests) {
    List<Demand> demands = new ArrayList<>();
    for (var pod : Pods.of(manifests).toList()) {
      var most =
          manifests
              .kind("ScaledObject", pod.workload())
              .map(scaled -> scaled.at("/spec/maxReplicaCount").asInt(100))
              .findFirst()
              .orElse(1);
      for (var container : pod.containers()) {
        demands.add(new Demand(pod.workload(), container.path("resources"), most + 1));
      }
    }
    for (var pool : manifests.kind("KafkaNodePool").toList()) {
      demands.add(
          new Demand(
              Manifests.nameOf(pool),
              pool.at("/spec/resources"),
              pool.at("/spec/replicas").asInt(0)));
    }
    manifests
        .kind("Kafka")
        .flatMap(kafka -> each(kafka.at("/spec/entityOperator")))
        .filter(operator -> operator.has("resources"))
        .forEach(
            operator -> demands.add(new Demand("entity operator", operator.path("resources"), 1)));
    for (var database : manifests.kind("MongoDBCommunity").toList()) {
      each(database.at("/spec/statefulSet/spec/template/spec/containers"))
          .forEach(
              container ->
                  demands.add(
                      new Demand(
                          container.path("name").asString(""),
                          container.path("resources"),
                          database.at("/spec/members").asInt(0))));
    }
    return demands;
  }

  private static BigDecimal quantity(String text) {
    for (var unit : UNITS.entrySet()) {
      if (text.endsWith(unit.getKey())) {
        var number = new BigDecimal(text.substring(0, text.length() - unit.getKey().length()));
        return unit.getValue() > 0
            ? number.multiply(BigDecimal.valueOf(unit.getValue()))
            : number.movePointLeft(3);
      }
    }
    return new BigDecimal(text);
  }
}
