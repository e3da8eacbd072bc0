package dev.rapport.kubernetes;

import java.util.List;

/** An overlay names one version of each image. */
final class Pinned implements Promise {

  @Override
  public List<String> broken(Manifests manifests) {
    if (manifests.name().equals("base")) {
      return List.of();
    }
    return Pods.of(manifests)
        .flatMap(pod -> pod.containers().stream())
        .map(container -> container.path("image").asString(""))
        .filter(
            image ->
                !image.matches(".+(:[^:/]+|@sha256:[0-9a-f]{64})") || image.endsWith(":latest"))
        .map(image -> image + " names no version")
        .toList();
  }
}
