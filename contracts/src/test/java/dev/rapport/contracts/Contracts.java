package dev.rapport.contracts;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contracts as they stand in the source folder. */
final class Contracts {

  static final Path ROOT = Path.of("src/main/resources/contracts");
  static final Path FROZEN = Path.of("src/test/resources/frozen");

  private static final String SCHEMA = ".schema.json";
  private static final JsonMapper JSON = new JsonMapper();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private Contracts() {}

  /** An example as it is committed: a whole record, its value null for a tombstone. */
  record Example(String topic, Path file, JsonNode headers, String key, JsonNode value) {

    String name() {
      return topic + "/" + file.getFileName();
    }
  }

  /** Topics that have a schema. */
  static SortedSet<String> topics() {
    return files(ROOT).stream()
        .map(file -> file.getFileName().toString())
        .filter(name -> name.endsWith(SCHEMA))
        .map(name -> name.substring(0, name.length() - SCHEMA.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static Path schemaFile(String topic) {
    return ROOT.resolve(topic + SCHEMA);
  }

  static JsonNode schema(String topic) {
    return json(schemaFile(topic));
  }

  static List<Example> examples() {
    return topics().stream().flatMap(topic -> examples(topic).stream()).toList();
  }

  static List<Example> examples(String topic) {
    return files(ROOT.resolve("examples").resolve(topic)).stream()
        .map(file -> example(topic, file))
        .toList();
  }

  static JsonNode asyncApi() {
    try (var reader = Files.newBufferedReader(ROOT.resolve("asyncapi.yaml"))) {
      return JSON.valueToTree(new Yaml().load(reader));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Error> errors(JsonNode schema, JsonNode value) {
    return compiled(schema)
        .validate(
            value,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  static Schema compiled(JsonNode schema) {
    return REGISTRY.getSchema(schema);
  }

  static JsonNode json(Path file) {
    return json(text(file));
  }

  static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The regular files in a folder, by name. */
  static List<Path> files(Path folder) {
    try (var files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Example example(String topic, Path file) {
    var record = json(file);
    return new Example(
        topic, file, record.get("headers"), record.get("key").asString(), record.get("value"));
  }
}
