package dev.rapport.kubernetes;

import static dev.rapport.kubernetes.DoctoredIT.in;
import static dev.rapport.kubernetes.DoctoredIT.list;
import static dev.rapport.kubernetes.DoctoredIT.when;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ArrayNode;

/** As {@link DoctoredIT}, for the pods that the operators of Kafka and MongoDB make. */
class DoctoredStoresIT {

  private static final String POD = "/spec/statefulSet/spec/template/spec";
  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

  static Stream<Arguments> spoilt() {
    return Stream.of(
        mongodb("mongodb cannot write its volumes", "fsGroup"),
        mongodb("mongodb does not say who runs", "runAsUser"),
        mongodb("mongodb may run as root", "runAsNonRoot"),
        mongodb("mongodb has no seccomp profile", "seccompProfile"),
        kafka(
            new Operated(),
            "kafka cannot write its volumes",
            "/spec/kafka/template/pod/securityContext",
            "fsGroup"),
        kafka(new Pinned(), "Strimzi raises", "/spec/kafka", "version"),
        kafka(new Pinned(), "Strimzi raises", "/spec/kafka", "metadataVersion"),
        database(new Pinned(), "files are raised", "/spec", "featureCompatibilityVersion"),
        when(
            new Users(),
            "operator may [topic contact-met Alter]",
            all ->
                all.with(
                    "KafkaUser",
                    "operator",
                    o ->
                        list(o, "/spec/authorization/acls")
                            .valueStream()
                            .filter(acl -> acl.toString().contains("contact-met"))
                            .forEach(acl -> ((ArrayNode) acl.path("operations")).add("Alter")))),
        when(
            new Arrows(),
            "operator → kafka:9093 is closed out",
            all ->
                all.with(
                    "NetworkPolicy",
                    "operator",
                    o ->
                        in(o, "/spec/egress/0/to/0/podSelector/matchLabels")
                            .put("strimzi.io/name", "x"))),
        kafka(
            new Available(), "kafka may lose two of three", "/spec/kafka/template/pod", "affinity"),
        kafka(
            new Available(),
            "kept apart from controllers",
            "/spec/kafka/template/pod/affinity/podAntiAffinity/" + REQUIRED + "/0",
            "matchLabelKeys"),
        kafka(
            new Available(),
            "kafka is not spread over zones",
            "/spec/kafka/template/pod",
            "topologySpreadConstraints"),
        database(
            new Available(), "mongodb may lose two of three", POD + "/affinity", "podAntiAffinity"),
        database(
            new Available(), "mongodb is not spread over zones", POD, "topologySpreadConstraints"),
        when(
            new Available(),
            "mongodb has no disruption budget",
            all -> all.without("PodDisruptionBudget", "mongodb")));
  }

  @ParameterizedTest
  @MethodSource("spoilt")
  void a_spoilt_object_is_seen(Promise promise, String said, UnaryOperator<Manifests> spoil) {
    DoctoredIT.seen(promise, said, spoil);
  }

  /** Takes one field away from the context of MongoDB's pods. */
  private static Arguments mongodb(String said, String field) {
    return database(new Operated(), said, POD + "/securityContext", field);
  }

  private static Arguments database(Promise promise, String said, String where, String field) {
    return when(
        promise,
        said,
        all -> all.with("MongoDBCommunity", "mongodb", o -> in(o, where).remove(field)));
  }

  private static Arguments kafka(Promise promise, String said, String where, String field) {
    return when(
        promise, said, all -> all.with("Kafka", "rapport", o -> in(o, where).remove(field)));
  }
}
