package dev.rapport.kubernetes;

import static dev.rapport.kubernetes.Manifests.each;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Metrics and health have a port of their own, which is scraped, and where no route leads. */
final class Enclosed implements Promise {

  private static final String SETTING = "MANAGEMENT_SERVER_PORT";

  @Override
  public List<String> broken(Manifests manifests) {
    List<String> broken = new ArrayList<>();
    var led =
        manifests
            .kind("HTTPRoute")
            .flatMap(route -> each(route.at("/spec/rules")))
            .flatMap(rule -> each(rule.path("backendRefs")))
            .map(to -> to.path("name").asString("") + ":" + to.path("port").asInt(0))
            .collect(Collectors.toSet());
    Pods.of(manifests).forEach(pod -> pod(manifests, pod, led, broken));
    return broken;
  }

  private static void pod(Manifests manifests, Pods.Pod pod, Set<String> led, List<String> broken) {
    var container = pod.containers().getFirst();
    var ports = new HashMap<String, Integer>();
    each(container.path("ports"))
        .forEach(
            port -> ports.put(port.path("name").asString(""), port.path("containerPort").asInt(0)));
    var inside = Integer.parseInt(setting(manifests, container));
    if (behind(manifests, pod, led, ports).anyMatch(port -> port == inside || inside == 0)) {
      broken.add(pod.workload() + " shows its metrics to whoever comes by the route");
    }
    if (ports.getOrDefault("management", 0) != inside) {
      broken.add(pod.workload() + " has its metrics at " + inside + ", which it does not name");
    }
    var scraped = pod.template().at("/metadata/annotations/prometheus.io~1port").asString("");
    if (!scraped.equals(String.valueOf(inside))) {
      broken.add(pod.workload() + " is scraped at " + scraped + ", its metrics are at " + inside);
    }
    manifests
        .kind("PodMonitor")
        .filter(monitor -> !scrapes(monitor.path("spec"), pod))
        .forEach(
            monitor ->
                broken.add(
                    pod.workload()
                        + " is not scraped by the monitor "
                        + Manifests.nameOf(monitor)));
  }

  private static boolean scrapes(JsonNode monitor, Pods.Pod pod) {
    return Peers.of(monitor.path("selector")).contains(pod.workload())
        && each(monitor.path("podMetricsEndpoints"))
            .anyMatch(
                endpoint ->
                    endpoint.path("port").asString("").equals("management")
                        && endpoint.path("path").asString("").equals("/actuator/prometheus"));
  }

  /** The pod's ports that a route leads to, by way of a service. */
  private static Stream<Integer> behind(
      Manifests manifests, Pods.Pod pod, Set<String> led, Map<String, Integer> ports) {
    var labels = pod.template().at("/metadata/labels");
    return manifests
        .kind("Service")
        .filter(
            service ->
                service.at("/spec/selector").properties().stream()
                    .allMatch(label -> label.getValue().equals(labels.path(label.getKey()))))
        .flatMap(
            service ->
                each(service.at("/spec/ports"))
                    .filter(
                        port ->
                            led.contains(
                                Manifests.nameOf(service) + ":" + port.path("port").asInt(0))))
        .map(port -> port.path("targetPort"))
        .map(to -> to.isNumber() ? to.asInt() : ports.getOrDefault(to.asString(""), 0));
  }

  /** 0 where none is set: then it is the port of all else. */
  private static String setting(Manifests manifests, JsonNode container) {
    return each(container.path("envFrom"))
        .map(from -> from.at("/configMapRef/name").asString(""))
        .flatMap(map -> manifests.kind("ConfigMap", map))
        .map(map -> map.path("data").path(SETTING).asString("0"))
        .filter(port -> !port.equals("0"))
        .findFirst()
        .orElse("0");
  }
}
