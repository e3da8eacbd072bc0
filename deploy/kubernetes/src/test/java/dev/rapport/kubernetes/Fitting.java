package dev.rapport.kubernetes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What every overlay starts with fits its namespace's quota, with room for a rollout. */
final class Fitting implements Promise {

  private static final Map<String, Long> UNITS =
      Map.of("m", -1_000L, "Mi", 1L << 20, "Gi", 1L << 30, "Ki", 1L << 10);

  @Override
  public List<String> broken(Manifests manifests) {
    List<String> broken = new ArrayList<>();
    for (var resource : List.of("cpu", "memory")) {
      var sum = BigDecimal.ZERO;
      for (var pod : Pods.of(manifests).toList()) {
        var least =
            manifests
                .kind("ScaledObject", pod.workload())
                .map(scaled -> scaled.at("/spec/minReplicaCount").asInt(1))
                .findFirst()
                .orElse(1);
        for (var container : pod.containers()) {
          var each = quantity(container.at("/resources/requests/" + resource).asString("0"));
          sum = sum.add(each.multiply(BigDecimal.valueOf(least + 1L)));
        }
      }
      for (var pool : manifests.kind("KafkaNodePool").toList()) {
        var each = quantity(pool.at("/spec/resources/requests/" + resource).asString("0"));
        sum = sum.add(each.multiply(BigDecimal.valueOf(pool.at("/spec/replicas").asInt(0))));
      }
      for (var database : manifests.kind("MongoDBCommunity").toList()) {
        for (var container :
            database.at("/spec/statefulSet/spec/template/spec/containers").values()) {
          var each = quantity(container.at("/resources/requests/" + resource).asString("0"));
          sum = sum.add(each.multiply(BigDecimal.valueOf(database.at("/spec/members").asInt(0))));
        }
      }
      for (var quota : manifests.kind("ResourceQuota").toList()) {
        var most = quantity(quota.at("/spec/hard/requests." + resource).asString("0"));
        if (most.compareTo(sum) < 0) {
          broken.add("All takes %s of %s, the quota gives %s".formatted(sum, resource, most));
        }
      }
    }
    return broken;
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
