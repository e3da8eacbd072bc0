package dev.rapport.local;

import dev.rapport.local.kafka.Topics;
import dev.rapport.local.process.LocalFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The topics of the AsyncAPI document: one for each channel, by its Kafka binding, and {@code
 * <topic>.<service>.dlt} for each operation that receives (the service is the operation's tag), by
 * what {@code x-dead-letters} says.
 */
final class ContractTopics {
  private static final String DOCUMENT = "/contracts/asyncapi.yaml";
  private static final String DEAD_LETTERS = "x-dead-letters";

  private ContractTopics() {}

  static List<NewTopic> read() {
    Map<?, ?> document = load();
    Map<String, NewTopic> topics = new TreeMap<>();
    map(document, "channels")
        .values()
        .forEach(
            channel -> {
              NewTopic topic = topic((Map<?, ?>) channel);
              topics.put(topic.name(), topic);
            });
    map(document, "operations")
        .values()
        .forEach(
            operation -> {
              for (NewTopic topic : deadLetters(document, (Map<?, ?>) operation)) {
                topics.put(topic.name(), topic);
              }
            });
    return List.copyOf(topics.values());
  }

  /** The topic of each consumer group. */
  static Map<String, String> readers() {
    Map<String, String> readers = new TreeMap<>();
    map(load(), "operations")
        .values()
        .forEach(
            value -> {
              Map<?, ?> operation = (Map<?, ?>) value;
              if ("receive".equals(operation.get("action"))) {
                Map<?, ?> kafka = map(map(operation, "bindings"), "kafka");
                readers.put(String.valueOf(map(kafka, "groupId").get("const")), topicOf(operation));
              }
            });
    return readers;
  }

  private static String topicOf(Map<?, ?> operation) {
    String reference = String.valueOf(map(operation, "channel").get("$ref"));
    return reference.substring(reference.lastIndexOf('/') + 1);
  }

  private static NewTopic topic(Map<?, ?> channel) {
    Map<?, ?> kafka = map(map(channel, "bindings"), "kafka");
    return topic(String.valueOf(channel.get("address")), kafka, kafka);
  }

  private static NewTopic topic(String name, Map<?, ?> size, Map<?, ?> kept) {
    Map<String, String> settings = new LinkedHashMap<>();
    map(kept, "topicConfiguration")
        .forEach((setting, value) -> settings.put(String.valueOf(setting), plain(value)));
    int partitions = size.get("partitions") instanceof Integer number ? number : 1;
    return Topics.topic(name, partitions, settings);
  }

  private static List<NewTopic> deadLetters(Map<?, ?> document, Map<?, ?> operation) {
    if (!"receive".equals(operation.get("action"))) {
      return List.of();
    }
    String topic = topicOf(operation);
    Map<?, ?> usual = map(document, DEAD_LETTERS);
    Map<?, ?> own = map(map(map(document, "channels"), topic), DEAD_LETTERS);
    return list(operation, "tags").stream()
        .map(tag -> topic + "." + ((Map<?, ?>) tag).get("name") + ".dlt")
        .map(name -> topic(name, usual, own.isEmpty() ? usual : own))
        .toList();
  }

  private static String plain(Object value) {
    return value instanceof Collection<?> many
        ? many.stream().map(String::valueOf).collect(Collectors.joining(","))
        : String.valueOf(value);
  }

  private static Map<?, ?> map(Map<?, ?> from, String name) {
    return from.get(name) instanceof Map<?, ?> found ? found : Map.of();
  }

  private static List<?> list(Map<?, ?> from, String name) {
    return from.get(name) instanceof List<?> found ? found : List.of();
  }

  private static Map<?, ?> load() {
    try (InputStream in = ContractTopics.class.getResourceAsStream(DOCUMENT)) {
      if (in == null) {
        throw new LocalFailure("The contracts are not on the class path: " + DOCUMENT + ".");
      }
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
