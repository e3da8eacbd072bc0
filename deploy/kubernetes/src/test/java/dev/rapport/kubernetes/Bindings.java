package dev.rapport.kubernetes;

import static dev.rapport.kubernetes.Manifests.each;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Who hears and says what: heard by the services' own bindings, said by the contracts, topics by
 * the contracts.
 */
final class Bindings {

  static final SortedSet<String> SERVICES =
      new TreeSet<>(
          List.of(
              "contacts-service", "events-service", "followup-service", "notification-service"));

  private static final JsonNode DOCUMENT =
      Manifests.documents(
              Rendering.ROOT.resolve("contracts/src/main/resources/contracts/asyncapi.yaml"))
          .findFirst()
          .orElseThrow();

  private Bindings() {}

  /** The topics that a service hears, with the group that it reads each in. */
  static SortedMap<String, String> heard(String service) {
    var properties = new Properties();
    try (Reader reader =
        Files.newBufferedReader(
            Rendering.ROOT.resolve(service + "/src/main/resources/application.properties"))) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var groups = new TreeMap<String, String>();
    for (var name : properties.stringPropertyNames()) {
      if (name.startsWith("spring.cloud.stream.bindings.") && name.endsWith(".destination")) {
        var group = name.replaceFirst("destination$", "group");
        groups.put(properties.getProperty(name), properties.getProperty(group));
      }
    }
    return groups;
  }

  /** The topics that a service says. */
  static SortedSet<String> said(String service) {
    return each(DOCUMENT.path("operations"))
        .filter(operation -> operation.path("action").asString("").equals("send"))
        .filter(operation -> operation.at("/tags/0/name").asString("").equals(service))
        .map(operation -> operation.at("/channel/$ref").asString(""))
        .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static String deadLetters(String topic, String service) {
    return topic + "." + service + ".dlt";
  }

  /**
   * Every topic with how it is kept: those of the contracts, and the dead letters of who hears
   * them.
   */
  static SortedMap<String, SortedMap<String, String>> topics() {
    var topics = new TreeMap<String, SortedMap<String, String>>();
    for (var channel : DOCUMENT.path("channels").properties()) {
      topics.put(channel.getKey(), kept(channel.getValue().at("/bindings/kafka")));
    }
    for (var service : SERVICES) {
      for (var topic : heard(service).keySet()) {
        var own = DOCUMENT.path("channels").path(topic).path("x-dead-letters");
        var letters = own.isMissingNode() ? DOCUMENT.path("x-dead-letters") : own;
        topics.put(deadLetters(topic, service), kept(letters));
      }
    }
    return topics;
  }

  private static SortedMap<String, String> kept(JsonNode holder) {
    return texts(holder.path("topicConfiguration"));
  }

  /** An object's values as texts; lists with commas, as Kafka takes them. */
  static SortedMap<String, String> texts(JsonNode node) {
    return node.properties().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, entry -> text(entry.getValue()), (a, b) -> b, TreeMap::new));
  }

  private static String text(JsonNode value) {
    return value.isArray()
        ? each(value).map(JsonNode::asString).collect(Collectors.joining(","))
        : value.asString();
  }
}
