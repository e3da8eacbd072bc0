package dev.rapport.system.eyes;

import dev.rapport.local.process.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands in deploy/observability, docs/runbooks and the READMEs. */
final class Observability {

  private static final Path ROOT = Checkout.find().root();
  static final Path ALERTS = ROOT.resolve("deploy/observability/prometheus/alerts.yaml");
  static final Path ALERTS_TEST = ROOT.resolve("deploy/observability/prometheus/alerts_test.yaml");

  /** A metric's name in a query; functions, labels and recorded ratios are written otherwise. */
  private static final Pattern METRIC =
      Pattern.compile(
          "(?<![:\\w])(?:rapport|jvm|http|mongodb|spring|process|logback|ssl)_[a-z_]+(?!:)");

  private Observability() {}

  record Alert(String name, String expr, String severity, String runbook) {}

  record Query(String dashboard, String panel, String expr) {}

  static List<Alert> alerts() {
    List<Alert> alerts = new ArrayList<>();
    for (JsonNode rule : rules()) {
      if (rule.has("alert")) {
        alerts.add(
            new Alert(
                rule.path("alert").asString(),
                rule.path("expr").asString(),
                rule.path("labels").path("severity").asString(""),
                rule.path("annotations").path("runbook").asString("")));
      }
    }
    return alerts;
  }

  /** The rules' expressions, recorded ones included. */
  static List<String> expressions() {
    return rules().stream().map(rule -> rule.path("expr").asString()).toList();
  }

  private static List<JsonNode> rules() {
    JsonNode file =
        JsonMapper.builder().build().valueToTree((Object) new Yaml().load(read(ALERTS)));
    List<JsonNode> rules = new ArrayList<>();
    file.path("groups").forEach(group -> group.path("rules").forEach(rules::add));
    return rules;
  }

  static List<Query> queries() {
    List<Query> queries = new ArrayList<>();
    for (Path file : files("deploy/observability/grafana", ".json")) {
      JsonNode dashboard = JsonMapper.builder().build().readTree(read(file));
      for (JsonNode panel : dashboard.path("panels")) {
        for (JsonNode target : panel.path("targets")) {
          queries.add(
              new Query(
                  dashboard.path("title").asString(),
                  panel.path("title").asString(),
                  target.path("expr").asString()));
        }
      }
    }
    return queries;
  }

  static List<String> runbooks() {
    return files("docs/runbooks", ".md").stream()
        .map(file -> file.getFileName().toString().replace(".md", ""))
        .filter(name -> !name.equals("README"))
        .toList();
  }

  /** The READMEs of all modules: what a metric means stands in one of them. */
  static String readmes() {
    StringBuilder all = new StringBuilder();
    for (String module :
        List.of(
            "messaging",
            "access",
            "contacts-service",
            "events-service",
            "followup-service",
            "notification-service")) {
      all.append(read(ROOT.resolve(module).resolve("README.md")));
    }
    return all.toString();
  }

  static Set<String> metrics(String expr) {
    Set<String> names = new TreeSet<>();
    METRIC.matcher(expr).results().forEach(found -> names.add(found.group()));
    return names;
  }

  /** A metric as a README's table names it: without what Prometheus makes of histograms. */
  static String documented(String metric) {
    return metric.replaceAll("_(bucket|count|sum)$", "");
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(String folder, String ending) {
    try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
