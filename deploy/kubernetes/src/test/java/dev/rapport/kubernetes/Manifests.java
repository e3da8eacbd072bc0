package dev.rapport.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One rendering: every object that would be applied.
 *
 * @param name {@code base}, or the overlay's folder
 */
record Manifests(String name, List<ObjectNode> objects) {

  private static final JsonMapper JSON = new JsonMapper();

  Manifests {
    objects = List.copyOf(objects);
  }

  static Manifests read(Path file) {
    var name = file.getFileName().toString().replace(".yaml", "");
    return new Manifests(
        name,
        documents(file).filter(ObjectNode.class::isInstance).map(o -> (ObjectNode) o).toList());
  }

  /** The documents of a YAML file. */
  static Stream<JsonNode> documents(Path file) {
    try {
      var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
      List<JsonNode> documents = new ArrayList<>();
      yaml.loadAll(Files.readString(file)).forEach(d -> documents.add(JSON.valueToTree(d)));
      return documents.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Stream<ObjectNode> kind(String kind) {
    return objects.stream().filter(object -> object.path("kind").asString("").equals(kind));
  }

  Stream<ObjectNode> kind(String kind, String name) {
    return kind(kind).filter(object -> nameOf(object).equals(name));
  }

  boolean has(String kind) {
    return kind(kind).findAny().isPresent();
  }

  /** The same with one object changed, which must be there. */
  Manifests with(String kind, String name, Consumer<ObjectNode> change) {
    var found = kind(kind, name).findFirst().orElseThrow();
    var changed = found.deepCopy();
    change.accept(changed);
    var others = new ArrayList<>(objects);
    others.set(others.indexOf(found), changed);
    return new Manifests(this.name, others);
  }

  /** The same without one object, which must be there. */
  Manifests without(String kind, String name) {
    var found = kind(kind, name).findFirst().orElseThrow();
    return new Manifests(this.name, objects.stream().filter(Predicate.not(found::equals)).toList());
  }

  static String nameOf(JsonNode object) {
    return object.at("/metadata/name").asString("");
  }

  /** An array's elements, or an object's values; none where there is nothing. */
  static Stream<JsonNode> each(JsonNode node) {
    return node.valueStream();
  }
}
