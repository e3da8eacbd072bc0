package dev.rapport.kubernetes;

import static dev.rapport.kubernetes.Manifests.each;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Containers that can do nothing but their work: what Pod Security's level "restricted" asks for, a
 * read-only root, an account without a token, pinned images, and bounds.
 */
final class Hardened implements Promise {

  @Override
  public List<String> broken(Manifests manifests) {
    List<String> broken = new ArrayList<>();
    Pods.of(manifests)
        .forEach(
            pod -> {
              var spec = pod.spec();
              var rules = new Rules(pod.workload(), broken);
              rules.holds(
                  spec.at("/securityContext/runAsNonRoot").asBoolean(false), "may run as root");
              rules.holds(
                  spec.at("/securityContext/seccompProfile/type")
                      .asString("")
                      .equals("RuntimeDefault"),
                  "has no seccomp profile");
              rules.holds(
                  !spec.path("automountServiceAccountToken").asBoolean(true),
                  "has a token of the cluster");
              rules.holds(hasOwnAccount(manifests, pod), "has no account of its own");
              for (var shared : List.of("hostNetwork", "hostPID", "hostIPC")) {
                rules.holds(!spec.path(shared).asBoolean(false), "shares its node by " + shared);
              }
              rules.holds(
                  each(spec.path("volumes")).noneMatch(volume -> volume.has("hostPath")),
                  "sees its node's files");
              pod.containers().forEach(container -> container(rules, container));
            });
    return broken;
  }

  private static void container(Rules rules, JsonNode container) {
    var context = container.path("securityContext");
    rules.holds(!context.path("allowPrivilegeEscalation").asBoolean(true), "may gain privileges");
    rules.holds(!context.path("privileged").asBoolean(false), "is privileged");
    rules.holds(context.path("readOnlyRootFilesystem").asBoolean(false), "may write its root");
    rules.holds(
        context.at("/capabilities/drop").toString().equals("[\"ALL\"]"), "keeps capabilities");
    rules.holds(context.at("/capabilities/add").isMissingNode(), "gains capabilities");
    rules.holds(
        each(container.path("volumeMounts"))
            .anyMatch(mount -> mount.path("mountPath").asString("").equals("/tmp")),
        "has no /tmp to write to");
    for (var bound : List.of("/requests/cpu", "/requests/memory", "/limits/memory")) {
      rules.holds(container.path("resources").at(bound).isString(), "does not say " + bound);
    }
  }

  private static boolean hasOwnAccount(Manifests manifests, Pods.Pod pod) {
    var account = pod.spec().path("serviceAccountName").asString("");
    return account.equals(pod.workload())
        && manifests
            .kind("ServiceAccount", account)
            .anyMatch(a -> !a.path("automountServiceAccountToken").asBoolean(true));
  }

  private record Rules(String workload, List<String> broken) {

    void holds(boolean kept, String otherwise) {
      if (!kept) {
        broken.add(workload + " " + otherwise);
      }
    }
  }
}
