package dev.rapport.kubernetes;

import java.util.List;
import java.util.stream.Stream;

/** An overlay names one version of each image, and of what operators would raise by themselves. */
final class Pinned implements Promise {

  @Override
  public List<String> broken(Manifests manifests) {
    if (manifests.name().equals("base")) {
      return List.of();
    }
    return Stream.of(
            Pods.of(manifests)
                .flatMap(pod -> pod.containers().stream())
                .map(container -> container.path("image").asString(""))
                .filter(
                    image ->
                        !image.matches(".+(:[^:/]+|@sha256:[0-9a-f]{64})")
                            || image.endsWith(":latest"))
                .map(image -> image + " names no version"),
            manifests
                .kind("Kafka")
                .map(kafka -> kafka.at("/spec/kafka"))
                .filter(kafka -> !kafka.has("version") || !kafka.has("metadataVersion"))
                .map(kafka -> "Strimzi raises Kafka's version or metadata by itself"),
            manifests
                .kind("MongoDBCommunity")
                .map(database -> database.path("spec"))
                .filter(spec -> !spec.has("version") || !spec.has("featureCompatibilityVersion"))
                .map(spec -> "The database's files are raised with its version"))
        .flatMap(said -> said)
        .toList();
  }
}
