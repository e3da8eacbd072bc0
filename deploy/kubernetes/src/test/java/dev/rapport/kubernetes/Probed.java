package dev.rapport.kubernetes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Three probes that mean three things: it has come up, it can take work, it is stuck. */
final class Probed implements Promise {

  private static final String LIVENESS = "/livez";
  private static final String READINESS = "/readyz";

  @Override
  public List<String> broken(Manifests manifests) {
    List<String> broken = new ArrayList<>();
    manifests
        .kind("Deployment")
        .forEach(
            deployment -> {
              var name = Manifests.nameOf(deployment);
              var container = deployment.at("/spec/template/spec/containers/0");
              var startup = container.path("startupProbe");
              var readiness = container.path("readinessProbe");
              var liveness = container.path("livenessProbe");
              if (!path(startup).equals(LIVENESS) || !path(liveness).equals(LIVENESS)) {
                broken.add(name + " asks others whether it is alive itself");
              }
              if (!path(readiness).equals(READINESS)) {
                broken.add(name + " is not asked whether it can take work");
              }
              if (patience(startup).compareTo(Duration.ofMinutes(5)) < 0) {
                broken.add(name + " is killed while it makes an index");
              }
              if (patience(readiness).compareTo(Duration.ofSeconds(15)) > 0) {
                broken.add(name + " gets work for long after it cannot take any");
              }
              if (patience(liveness).compareTo(Duration.ofSeconds(90)) < 0) {
                broken.add(name + " is killed for a pause");
              }
            });
    return broken;
  }

  private static String path(JsonNode probe) {
    return probe.at("/httpGet/path").asString("");
  }

  private static Duration patience(JsonNode probe) {
    return Duration.ofSeconds(
        (long) probe.path("periodSeconds").asInt(10) * probe.path("failureThreshold").asInt(3));
  }
}
