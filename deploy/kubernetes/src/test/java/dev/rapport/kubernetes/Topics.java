package dev.rapport.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Exactly the contracts' topics and dead letters, kept as they say, three times over. */
final class Topics implements Promise {

  static final int PARTITIONS = 24;

  private static final String SAFETY = "min.insync.replicas";

  @Override
  public List<String> broken(Manifests manifests) {
    if (!manifests.has("Kafka")) {
      return List.of();
    }
    var contracts = Bindings.topics();
    List<String> broken = new ArrayList<>();
    var missing = new TreeSet<>(contracts.keySet());
    manifests
        .kind("KafkaTopic")
        .forEach(
            topic -> {
              var name = Manifests.nameOf(topic);
              missing.remove(name);
              var wanted = contracts.get(name);
              if (wanted == null) {
                broken.add(name + " is in no contract");
                return;
              }
              var kept = Bindings.texts(topic.at("/spec/config"));
              var safety = kept.remove(SAFETY);
              if (!kept.equals(wanted)) {
                broken.add(name + " is kept as " + kept + ", the contract says " + wanted);
              }
              if (topic.at("/spec/replicas").asInt(0) != 3 || !"2".equals(safety)) {
                broken.add(name + " may be lost with a broker");
              }
              var partitions = topic.at("/spec/partitions").asInt(0);
              if (!name.endsWith(".dlt") && partitions < PARTITIONS) {
                broken.add(name + " has " + partitions + " partitions, fewer than " + PARTITIONS);
              }
            });
    missing.forEach(name -> broken.add(name + " is not there"));
    offsets(manifests, broken);
    return broken;
  }

  /** Offsets outlive the facts, which the contracts keep for 30 days. */
  private static void offsets(Manifests manifests, List<String> broken) {
    manifests
        .kind("Kafka")
        .map(kafka -> kafka.at("/spec/kafka/config"))
        .forEach(
            config -> {
              if (config.path("offsets.retention.minutes").asInt(0) < 86_400) {
                broken.add("Offsets do not outlive facts by 30 days");
              }
              if (config.path("auto.create.topics.enable").asBoolean(true)) {
                broken.add("A misspelt topic would be made");
              }
            });
  }
}
