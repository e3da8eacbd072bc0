package dev.rapport.kubernetes;

import static dev.rapport.kubernetes.Manifests.each;

import dev.rapport.local.Service;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One site for all pages, as on the local stack; what is for the cluster alone is not on it. */
final class OneOrigin implements Promise {

  @Override
  public List<String> broken(Manifests manifests) {
    List<String> broken = new ArrayList<>();
    var wanted = new TreeMap<String, String>();
    for (var service : Service.values()) {
      service.paths().forEach(path -> wanted.put(path, service.artifact()));
      wanted.put("/api/" + service.artifact().replace("-service", ""), service.artifact());
    }
    var routes = manifests.kind("HTTPRoute").toList();
    if (routes.size() != 1) {
      return List.of("There are " + routes.size() + " routes, not one origin");
    }
    var route = routes.getFirst();
    var served = served(route);
    if (!served.equals(wanted)) {
      broken.add("The route serves " + served + ", wanted is " + wanted);
    }
    var hosts = each(route.at("/spec/hostnames")).map(JsonNode::asString).toList();
    manifests
        .kind("ConfigMap")
        .flatMap(map -> Bindings.texts(map.path("data")).entrySet().stream())
        .filter(entry -> entry.getKey().matches("RAPPORT_(LINKS_.*|ORGANISE_ORIGIN)"))
        .filter(
            entry -> {
              var uri = URI.create(entry.getValue());
              return !"https".equals(uri.getScheme())
                  || !hosts.equals(List.of(String.valueOf(uri.getHost())));
            })
        .forEach(entry -> broken.add(entry.getKey() + " leads elsewhere than the route: " + hosts));
    manifests
        .kind("Service")
        .filter(service -> !service.at("/spec/type").asString("ClusterIP").equals("ClusterIP"))
        .forEach(service -> broken.add(Manifests.nameOf(service) + " has a door of its own"));
    return broken;
  }

  private static SortedMap<String, String> served(JsonNode route) {
    var served = new TreeMap<String, String>();
    each(route.at("/spec/rules"))
        .forEach(
            rule -> {
              var to = rule.at("/backendRefs/0/name").asString("");
              paths(rule).forEach(path -> served.put(path, to));
            });
    return served;
  }

  private static Stream<String> paths(JsonNode rule) {
    return each(rule.path("matches"))
        .map(match -> match.path("path"))
        .filter(path -> path.path("type").asString("").equals("PathPrefix"))
        .map(path -> path.path("value").asString(""));
  }
}
