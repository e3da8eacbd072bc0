package dev.rapport.kubernetes;

import static dev.rapport.kubernetes.Manifests.each;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Whom a policy's selectors mean, in the words of ARCHITECTURE.md. */
final class Peers {

  private static final Map<String, String> NAMESPACES =
      Map.of("gateway", "gateway", "monitoring", "monitoring", "keda", "autoscaler");
  private static final Map<Integer, String> OUTSIDE =
      Map.of(443, "outside", 587, "mail server", 9093, "kafka", 27017, "mongodb");
  private static final Set<String> INSIDE = Set.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");

  private static final Map<String, String> OTHERS =
      Map.of(
          "strimzi.io/cluster=rapport", "kafka",
          "strimzi.io/name=rapport-kafka", "kafka",
          "app=mongodb-svc", "mongodb");

  private Peers() {}

  /** A rule's peer; an address is known by its port. */
  static Set<String> of(JsonNode peer, int port) {
    if (peer.has("ipBlock")) {
      return Set.of(address(peer.path("ipBlock"), port));
    }
    if (peer.has("namespaceSelector")) {
      var name =
          peer.at("/namespaceSelector/matchLabels/kubernetes.io~1metadata.name").asString("");
      return Set.of(NAMESPACES.getOrDefault(name, "namespace " + name));
    }
    return of(peer.path("podSelector"));
  }

  static Set<String> of(JsonNode selector) {
    if (selector.has("matchExpressions")) {
      return each(selector.at("/matchExpressions/0/values"))
          .map(JsonNode::asString)
          .collect(Collectors.toSet());
    }
    return selector.path("matchLabels").properties().stream()
        .map(label -> label.getKey() + "=" + label.getValue().asString())
        .map(
            label ->
                label.startsWith("app.kubernetes.io/name=")
                    ? label.substring(label.indexOf('=') + 1)
                    : OTHERS.getOrDefault(label, label))
        .collect(Collectors.toSet());
  }

  /**
   * A node's own addresses, where clouds give away its rights, are never meant, and outside is not
   * inside.
   */
  private static String address(JsonNode block, int port) {
    var all = block.path("cidr").asString("").equals("0.0.0.0/0");
    var but = block.path("except").toString();
    if (all && !but.contains("169.254.0.0/16")) {
      return "a node's own addresses";
    }
    if (all && port == 443 && !INSIDE.stream().allMatch(but::contains)) {
      return "anywhere";
    }
    return OUTSIDE.getOrDefault(port, block.path("cidr").asString(""));
  }
}
