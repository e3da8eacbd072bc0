package dev.rapport.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Each check sees what it is there for: an object is spoilt, and it says so. */
class DoctoredIT {

  private static final String FOLLOWUP = "followup-service";

  static Stream<Arguments> spoilt() {
    return Stream.of(
        pod(
            new Hardened(),
            "may write its root",
            "containers/0/securityContext",
            "readOnlyRootFilesystem"),
        pod(new Hardened(), "keeps capabilities", "containers/0/securityContext", "capabilities"),
        pod(
            new Hardened(),
            "may gain privileges",
            "containers/0/securityContext",
            "allowPrivilegeEscalation"),
        pod(new Hardened(), "may run as root", "securityContext", "runAsNonRoot"),
        pod(new Hardened(), "has no seccomp profile", "securityContext", "seccompProfile"),
        pod(new Hardened(), "has a token", "", "automountServiceAccountToken"),
        pod(new Hardened(), "has no account of its own", "", "serviceAccountName"),
        pod(new Hardened(), "does not say /limits/memory", "containers/0/resources", "limits"),
        pod(new Available(), "is not spread over zones", "", "topologySpreadConstraints"),
        pod(new Available(), "may be on one node only", "", "affinity"),
        pod(new Available(), "is killed in the middle", "", "terminationGracePeriodSeconds"),
        pod(new Available(), "stops while gateways", "containers/0", "lifecycle"),
        pod(new Probed(), "is not asked whether", "containers/0", "readinessProbe"),
        pod(new Probed(), "asks others whether", "containers/0", "livenessProbe"),
        pod(
            new Probed(),
            "while it makes an index",
            "containers/0/startupProbe",
            "failureThreshold"),
        when(
            new Available(),
            "has no disruption budget",
            all -> all.without("PodDisruptionBudget", FOLLOWUP)),
        when(
            new Probed(),
            "asks others whether",
            all ->
                all.with(
                    "Deployment",
                    FOLLOWUP,
                    o ->
                        in(o, "/spec/template/spec/containers/0/livenessProbe/httpGet")
                            .put("path", "/actuator/health"))),
        when(
            new Pinned(),
            "names no version",
            all ->
                all.with(
                    "Deployment",
                    FOLLOWUP,
                    o ->
                        in(o, "/spec/template/spec/containers/0")
                            .put("image", "rapport/x:latest"))),
        when(new Scaled(), "does not grow", all -> all.without("ScaledObject", FOLLOWUP)),
        when(
            new Scaled(),
            "than there are partitions",
            all ->
                all.with("ScaledObject", FOLLOWUP, o -> in(o, "/spec").put("maxReplicaCount", 25))),
        when(
            new Scaled(),
            "but hears",
            all -> all.with("ScaledObject", FOLLOWUP, o -> list(o, "/spec/triggers").remove(2))),
        when(
            new Scaled(),
            "by what a new group has not read",
            all ->
                all.with(
                    "ScaledObject",
                    FOLLOWUP,
                    o -> in(o, "/spec/triggers/2/metadata").remove("offsetResetPolicy"))),
        when(
            new Scaled(),
            "takes no answer of Prometheus",
            all ->
                all.with(
                    "ScaledObject",
                    FOLLOWUP,
                    o -> in(o, "/spec/triggers/1/metadata").remove("ignoreNullValues"))),
        when(
            new Scaled(),
            "by what is due",
            all -> all.with("ScaledObject", FOLLOWUP, o -> list(o, "/spec/triggers").remove(1))),
        when(
            new Scaled(),
            "has no metric",
            all ->
                all.with(
                    "ScaledObject",
                    FOLLOWUP,
                    o -> in(o, "/spec/triggers/1/metadata").put("query", "rapport_followups_doo"))),
        when(new Topics(), "is not there", all -> all.without("KafkaTopic", "contact-met")),
        when(
            new Topics(),
            "is in no contract",
            all ->
                all.with(
                    "KafkaTopic", "contact-met", o -> in(o, "/metadata").put("name", "gossip"))),
        when(
            new Topics(),
            "is kept as",
            all ->
                all.with(
                    "KafkaTopic",
                    "person-changed",
                    o -> in(o, "/spec/config").remove("max.compaction.lag.ms"))),
        when(
            new Topics(),
            "may be lost",
            all -> all.with("KafkaTopic", "contact-met", o -> in(o, "/spec").put("replicas", 1))),
        when(
            new Topics(),
            "Offsets do not outlive",
            all ->
                all.with(
                    "Kafka",
                    "rapport",
                    o -> in(o, "/spec/kafka/config").remove("offsets.retention.minutes"))),
        when(
            new Users(),
            "may not [topic",
            all ->
                all.with(
                    "KafkaUser", FOLLOWUP, o -> list(o, "/spec/authorization/acls").remove(0))),
        when(
            new Users(),
            "may [topic * Describe",
            all ->
                all.with(
                    "KafkaUser",
                    FOLLOWUP,
                    o -> in(o, "/spec/authorization/acls/0/resource").put("name", "*"))),
        when(
            new Users(),
            "without TLS",
            all ->
                all.with(
                    "Kafka", "rapport", o -> in(o, "/spec/kafka/listeners/0").put("tls", false))),
        when(
            new Users(),
            "may do more in the database",
            all ->
                all.with(
                    "MongoDBCommunity",
                    "mongodb",
                    o -> in(o, "/spec/users/0/roles/0").put("db", "followup"))),
        when(new Arrows(), "is closed", all -> all.without("NetworkPolicy", FOLLOWUP)),
        when(new Arrows(), "is not closed", all -> all.without("NetworkPolicy", "default-deny")),
        when(
            new Arrows(),
            "opens more than DNS",
            all ->
                all.with(
                    "NetworkPolicy", "dns", o -> in(o, "/spec/egress/0/ports/0").put("port", 443))),
        when(
            new Arrows(),
            "contacts-service → followup-service:8080 is open out",
            all ->
                all.with(
                    "NetworkPolicy",
                    "contacts-service",
                    o ->
                        in(o, "/spec/egress/3/to/0/podSelector/matchLabels")
                            .put("app.kubernetes.io/name", FOLLOWUP))),
        when(
            new Arrows(),
            "autoscaler → kafka:9093 is closed in",
            all ->
                all.with(
                    "Kafka",
                    "rapport",
                    o -> list(o, "/spec/kafka/listeners/0/networkPolicyPeers").remove(1))),
        when(
            new Known(),
            "nobody reads RAPPORT_SENDING_MOOD",
            all ->
                all.with(
                    "Deployment",
                    FOLLOWUP,
                    o ->
                        in(o, "/spec/template/spec/containers/0/env/0")
                            .put("name", "RAPPORT_SENDING_MOOD"))),
        when(
            new Known(),
            "needs RAPPORT_PAGES_KEYSURL",
            all ->
                all.with(
                    "Deployment",
                    FOLLOWUP,
                    o -> in(o, "/spec/template/spec/containers/0").remove("env"))),
        when(
            new Known(),
            "holds a secret",
            all -> all.with("ServiceAccount", FOLLOWUP, o -> o.put("kind", "Secret"))),
        when(
            new OneOrigin(),
            "The route serves",
            all ->
                all.with(
                    "HTTPRoute",
                    "rapport",
                    o -> in(o, "/spec/rules/0/matches/0/path").put("value", "/actuator"))),
        when(
            new OneOrigin(),
            "leads elsewhere",
            all ->
                all.with(
                    "HTTPRoute",
                    "rapport",
                    o -> list(o, "/spec/hostnames").set(0, "other.platform.example"))),
        when(
            new Enclosed(),
            "shows its metrics to whoever comes",
            all ->
                all.with("Service", FOLLOWUP, o -> in(o, "/spec/ports/0").put("targetPort", 8081))),
        when(
            new Enclosed(),
            "which it does not name",
            all ->
                all.with(
                    "Deployment",
                    FOLLOWUP,
                    o -> list(o, "/spec/template/spec/containers/0/ports").remove(1))),
        when(
            new Enclosed(),
            "followup-service is scraped at 8080",
            all ->
                all.with(
                    "Deployment",
                    FOLLOWUP,
                    o ->
                        in(o, "/spec/template/metadata/annotations")
                            .put("prometheus.io/port", "8080"))),
        when(
            new Enclosed(),
            "shows its metrics to whoever comes",
            all ->
                all.with(
                    "Deployment",
                    FOLLOWUP,
                    o -> list(o, "/spec/template/spec/containers/0/envFrom").removeAll())),
        when(
            new Arrows(),
            "monitoring → followup-service:8081 is closed in",
            all -> all.with("NetworkPolicy", FOLLOWUP, o -> list(o, "/spec/ingress").remove(1))),
        when(
            new Strimzi(),
            "surprise",
            all -> all.with("Kafka", "rapport", o -> in(o, "/spec/kafka").put("surprise", true))),
        when(
            new Strimzi(),
            "surprise",
            all ->
                all.with(
                    "Kafka",
                    "rapport",
                    o -> in(o, "/spec/kafka/template/pod/securityContext").put("surprise", true))),
        when(
            new Strimzi(),
            "surprise",
            all -> all.with("KafkaNodePool", "broker", o -> in(o, "/spec").put("surprise", true))),
        when(
            new Strimzi(),
            "surprise",
            all -> all.with("KafkaTopic", "contact-met", o -> in(o, "/spec").put("surprise", 1))),
        when(
            new Strimzi(),
            "is not understood: \"Reed\"",
            all ->
                all.with(
                    "KafkaUser",
                    FOLLOWUP,
                    o -> list(o, "/spec/authorization/acls/0/operations").set(0, "Reed"))),
        when(
            new Strimzi(),
            "replicas is missing",
            all -> all.with("KafkaNodePool", "broker", o -> in(o, "/spec").remove("replicas"))),
        when(
            new Strimzi(),
            "is no more in",
            all ->
                all.with(
                    "KafkaUser",
                    FOLLOWUP,
                    o -> in(o, "/spec/authorization/acls/0").put("operation", "Read"))),
        when(
            new Strimzi(),
            "is not of kafka.strimzi.io/v1",
            all ->
                all.with(
                    "KafkaTopic",
                    "contact-met",
                    o -> o.put("apiVersion", "kafka.strimzi.io/v1beta2"))),
        when(
            new Fitting(),
            "the quota gives",
            all ->
                all.with(
                    "ResourceQuota", "rapport", o -> in(o, "/spec/hard").put("requests.cpu", "1"))),
        when(
            new Fitting(),
            "Whoever states no limit of processors gets",
            all ->
                all.with(
                    "LimitRange",
                    "rapport",
                    o -> in(o, "/spec/limits/0/default").put("cpu", "200m"))),
        when(
            new Fitting(),
            "of requests.cpu, the quota gives",
            all ->
                all.with("ScaledObject", FOLLOWUP, o -> in(o, "/spec").put("maxReplicaCount", 24))),
        when(
            new Fitting(),
            "mongod is refused",
            all ->
                all.with(
                    "LimitRange",
                    "rapport",
                    o -> in(o, "/spec/limits/0/default").put("cpu", "200m"))));
  }

  @ParameterizedTest
  @MethodSource("spoilt")
  void a_spoilt_object_is_seen(Promise promise, String said, UnaryOperator<Manifests> spoil) {
    seen(promise, said, spoil);
  }

  @Test
  void a_monitor_of_another_port_is_seen() {
    var large = Rendering.of("large");
    assertThat(new Enclosed().broken(large)).isEmpty();
    var spoilt =
        large.with(
            "PodMonitor", "rapport", o -> in(o, "/spec/podMetricsEndpoints/0").put("port", "http"));
    assertThat(new Enclosed().broken(spoilt))
        .contains(FOLLOWUP + " is not scraped by the monitor rapport");
  }

  static void seen(Promise promise, String said, UnaryOperator<Manifests> spoil) {
    var small = Rendering.of("small");
    assertThat(promise.broken(small)).isEmpty();
    assertThat(promise.broken(spoil.apply(small))).anyMatch(sentence -> sentence.contains(said));
  }

  static Arguments when(Promise promise, String said, UnaryOperator<Manifests> spoil) {
    return Arguments.argumentSet(
        promise.getClass().getSimpleName() + ": " + said, promise, said, spoil);
  }

  /** Takes one field away from the pods of followup-service. */
  private static Arguments pod(Promise promise, String said, String where, String field) {
    var path = "/spec/template/spec" + (where.isEmpty() ? "" : "/" + where);
    return when(
        promise, said, all -> all.with("Deployment", FOLLOWUP, o -> in(o, path).remove(field)));
  }

  static ObjectNode in(ObjectNode object, String path) {
    return (ObjectNode) object.at(path);
  }

  static ArrayNode list(ObjectNode object, String path) {
    return (ArrayNode) object.at(path);
  }
}
