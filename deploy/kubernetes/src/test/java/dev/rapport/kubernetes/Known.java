package dev.rapport.kubernetes;

import static dev.rapport.kubernetes.Manifests.each;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every variable is a setting that a service's README or Spring's own description names; what a
 * service needs is there; what is secret comes from a secret, and no manifest holds one.
 */
final class Known implements Promise {

  private static final Pattern SETTING = Pattern.compile("rapport\\.[a-z0-9.-]+[a-z0-9]");
  private static final Pattern SECRET =
      Pattern.compile(
          ".*(PASSWORD|SECRETS?|INSTALLATION_KEY|MASTODON_KEYS|MONGODB_URI|JAAS_CONFIG)");

  private static final String OF_THE_JVM = "JDK_JAVA_OPTIONS";

  private static final Set<String> ALL =
      Set.of(
          "SPRING_MONGODB_URI",
          "SPRING_KAFKA_BOOTSTRAPSERVERS",
          "SPRING_KAFKA_SECURITY_PROTOCOL",
          "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUERURI",
          "RAPPORT_INSTALLATION_KEY");
  private static final Set<String> PAGES = Set.of("RAPPORT_PAGES_KEYSURL");
  private static final Map<String, Set<String>> OWN =
      Map.of(
          "contacts-service",
          PAGES,
          "followup-service",
          PAGES,
          "events-service",
          Set.of("RAPPORT_PAGES_KEYSURL", "RAPPORT_ORGANISE_ORIGIN"),
          "notification-service",
          Set.of(
              "RAPPORT_SENDING_MODE",
              "RAPPORT_SMTP_HOST",
              "RAPPORT_LINKS_ANSWERS",
              "RAPPORT_LINKS_OWN"));

  private final Set<String> exact = new HashSet<>();
  private final List<String> prefixes = new ArrayList<>();

  Known() {
    Stream.of("messaging", "access", "pages")
        .forEach(module -> readme(module).forEach(name -> exact.add(variable(name))));
    Bindings.SERVICES.forEach(s -> readme(s).forEach(name -> exact.add(variable(name))));
    described();
  }

  @Override
  public List<String> broken(Manifests manifests) {
    List<String> broken = new ArrayList<>();
    manifests.kind("Secret").forEach(s -> broken.add(Manifests.nameOf(s) + " holds a secret"));
    Pods.of(manifests).forEach(pod -> pod(manifests, pod, broken));
    return broken;
  }

  private void pod(Manifests manifests, Pods.Pod pod, List<String> broken) {
    for (var container : pod.containers()) {
      var plain = new TreeMap<String, String>();
      var names = new HashSet<String>();
      each(container.path("envFrom"))
          .map(from -> from.at("/configMapRef/name").asString(""))
          .forEach(
              map -> {
                var found = manifests.kind("ConfigMap", map).findFirst();
                if (found.isEmpty()) {
                  broken.add(pod.workload() + " reads " + map + ", which is not there");
                } else {
                  plain.putAll(Bindings.texts(found.get().path("data")));
                }
              });
      each(container.path("env"))
          .forEach(
              variable -> {
                var name = variable.path("name").asString("");
                names.add(name);
                if (!variable.at("/valueFrom/secretKeyRef").isObject()) {
                  plain.put(name, variable.path("value").asString(""));
                }
              });
      names.addAll(plain.keySet());
      names.stream()
          .filter(name -> !isKnown(name))
          .forEach(name -> broken.add(pod.workload() + ": nobody reads " + name));
      Stream.concat(ALL.stream(), OWN.getOrDefault(pod.workload(), Set.of()).stream())
          .filter(name -> !names.contains(name))
          .forEach(name -> broken.add(pod.workload() + " needs " + name));
      plain.keySet().stream()
          .filter(name -> SECRET.matcher(name).matches())
          .forEach(name -> broken.add(pod.workload() + ": " + name + " is for all to read"));
    }
  }

  private boolean isKnown(String name) {
    return name.equals(OF_THE_JVM)
        || exact.contains(name)
        || prefixes.stream().anyMatch(prefix -> name.startsWith(prefix + "_"));
  }

  private static Stream<String> readme(String module) {
    try {
      var text = Files.readString(Rendering.ROOT.resolve(module + "/README.md"));
      return SETTING.matcher(text).results().map(found -> found.group()).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Spring's own: exact names, and maps, whose keys are anything. */
  private void described() {
    try {
      var found = ClassLoader.getSystemResources("META-INF/spring-configuration-metadata.json");
      while (found.hasMoreElements()) {
        try (InputStream in = found.nextElement().openStream()) {
          for (JsonNode property : new JsonMapper().readTree(in).path("properties").values()) {
            var name = variable(property.path("name").asString(""));
            if (property.path("type").asString("").startsWith("java.util.Map")) {
              prefixes.add(name);
            } else {
              exact.add(name);
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As Spring's relaxed binding reads it from the environment. */
  private static String variable(String setting) {
    return setting.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
  }
}
