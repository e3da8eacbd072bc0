package dev.rapport.kubernetes;

import static dev.rapport.kubernetes.Manifests.each;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The network policies open exactly what ARCHITECTURE.md draws: out of whoever begins, into whoever
 * is asked, and nothing where no policy says so.
 */
final class Arrows implements Promise {

  /** Strimzi itself lets brokers in among themselves. */
  private static final int LISTENER = 9093;

  @Override
  public List<String> broken(Manifests manifests) {
    List<String> broken = new ArrayList<>();
    if (manifests
        .kind("NetworkPolicy")
        .map(policy -> policy.path("spec"))
        .noneMatch(
            spec ->
                spec.path("podSelector").isEmpty()
                    && spec.path("policyTypes").toString().equals("[\"Ingress\",\"Egress\"]")
                    && spec.size() == 2)) {
      broken.add("What no policy names is not closed");
    }
    manifests
        .kind("NetworkPolicy")
        .filter(policy -> policy.at("/spec/podSelector").isEmpty())
        .filter(
            policy -> policy.at("/spec/egress").isArray() || policy.at("/spec/ingress").isArray())
        .filter(policy -> !asksForNames(policy.path("spec")))
        .forEach(policy -> broken.add(Manifests.nameOf(policy) + " opens more than DNS for all"));
    var out = new TreeSet<Arrow>();
    var in = new TreeSet<Arrow>();
    manifests
        .kind("NetworkPolicy")
        .filter(policy -> !policy.at("/spec/podSelector").isEmpty())
        .forEach(
            policy -> {
              var who = Peers.of(policy.at("/spec/podSelector"));
              arrows(policy.at("/spec/egress"), "to")
                  .forEach(a -> who.forEach(from -> out.add(new Arrow(from, a.to(), a.port()))));
              arrows(policy.at("/spec/ingress"), "from")
                  .forEach(a -> who.forEach(to -> in.add(new Arrow(a.to(), to, a.port()))));
            });
    manifests
        .kind("Kafka")
        .flatMap(kafka -> each(kafka.at("/spec/kafka/listeners")))
        .forEach(
            listener ->
                each(listener.path("networkPolicyPeers"))
                    .flatMap(peer -> Peers.of(peer, LISTENER).stream())
                    .forEach(
                        from -> in.add(new Arrow(from, "kafka", listener.path("port").asInt()))));
    var drawn = Arrow.drawn();
    compare("out", out, drawn, arrow -> begins(manifests, arrow.from()), broken);
    compare("in", in, drawn, arrow -> isAsked(manifests, arrow), broken);
    return broken;
  }

  private static boolean asksForNames(JsonNode spec) {
    return !spec.has("ingress")
        && spec.path("egress").size() == 1
        && spec.at("/egress/0/to").size() == 1
        && spec.at("/egress/0/to/0/podSelector").toString().contains("kube-dns")
        && each(spec.at("/egress/0/ports")).allMatch(port -> port.path("port").asInt() == 53);
  }

  private static void compare(
      String way,
      Collection<Arrow> open,
      Collection<Arrow> drawn,
      Predicate<Arrow> concerns,
      List<String> broken) {
    var wanted = drawn.stream().filter(concerns).collect(Collectors.toCollection(TreeSet::new));
    wanted.stream()
        .filter(a -> !open.contains(a))
        .forEach(a -> broken.add(a + " is closed " + way));
    open.stream().filter(a -> !wanted.contains(a)).forEach(a -> broken.add(a + " is open " + way));
  }

  private static boolean begins(Manifests manifests, String who) {
    return Bindings.SERVICES.contains(who)
        || who.equals("operator")
        || (who.equals("kafka") && manifests.has("Kafka"))
        || (who.equals("mongodb") && manifests.has("MongoDBCommunity"));
  }

  private static boolean isAsked(Manifests manifests, Arrow arrow) {
    return begins(manifests, arrow.to())
        && (!arrow.to().equals("kafka") || arrow.port() == LISTENER);
  }

  /** The rules' peers and ports, the policy's own pods left out. */
  private static Stream<Arrow> arrows(JsonNode rules, String side) {
    return each(rules)
        .flatMap(
            rule -> {
              if (rule.path("ports").isEmpty()) {
                return Stream.of(new Arrow("", "at any port", 0));
              }
              return each(rule.path("ports"))
                  .map(port -> port.path("port").asInt())
                  .flatMap(
                      port ->
                          peers(rule.path(side), port).stream()
                              .map(peer -> new Arrow("", peer, port)));
            });
  }

  private static Set<String> peers(JsonNode peers, int port) {
    return peers.isEmpty()
        ? Set.of("kubernetes")
        : each(peers).flatMap(peer -> Peers.of(peer, port).stream()).collect(Collectors.toSet());
  }
}
