package dev.rapport.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Compares a schema with the one that was frozen: whatever was valid stays valid, and whatever a
 * reader could rely on stays there. Both matter because old records stay in the topics, and
 * services of two versions run side by side while an update rolls through.
 *
 * <p>Allowed: new optional properties, values added to an enum (readers first), looser bounds.
 */
final class Compatibility {

  private static final Set<String> WORDS =
      Set.of("$id", "$schema", "$comment", "title", "description", "examples", "default");
  private static final Set<String> STRUCTURE = Set.of("properties", "required", "items", "enum");

  private final List<String> breaches = new ArrayList<>();

  private Compatibility() {}

  /** Returns one sentence for each breach; none when the change is compatible. */
  static List<String> breaches(JsonNode frozen, JsonNode current) {
    var comparison = new Compatibility();
    comparison.compare("", frozen, current);
    return comparison.breaches;
  }

  private void compare(String path, JsonNode frozen, JsonNode current) {
    required(path, frozen, current);
    values(path, frozen, current);
    for (var keyword : names(frozen, current)) {
      if (!WORDS.contains(keyword) && !STRUCTURE.contains(keyword)) {
        bound(path, keyword, frozen.path(keyword), current.path(keyword));
      }
    }
    for (var property : frozen.path("properties").properties()) {
      var at = path + "/" + property.getKey();
      if (current.path("properties").has(property.getKey())) {
        compare(at, property.getValue(), current.get("properties").get(property.getKey()));
      } else {
        breaches.add("%s was removed".formatted(at));
      }
    }
    if (frozen.has("items") || current.has("items")) {
      compare(path + "[]", frozen.path("items"), current.path("items"));
    }
  }

  private void required(String path, JsonNode frozen, JsonNode current) {
    var before = strings(frozen.path("required"));
    var now = strings(current.path("required"));
    for (var field : now) {
      if (!before.contains(field)) {
        breaches.add("%s/%s is required now; old records lack it".formatted(path, field));
      }
    }
    for (var field : before) {
      if (!now.contains(field)) {
        breaches.add("%s/%s is optional now; readers rely on it".formatted(path, field));
      }
    }
  }

  private void values(String path, JsonNode frozen, JsonNode current) {
    if (!frozen.has("enum") && current.has("enum")) {
      breaches.add("%s takes only certain values now".formatted(path));
    }
    if (frozen.has("enum") && !current.has("enum")) {
      breaches.add("%s takes any value now; readers know only some".formatted(path));
    }
    var now = strings(current.path("enum"));
    for (var value : strings(frozen.path("enum"))) {
      if (current.has("enum") && !now.contains(value)) {
        breaches.add("%s no longer takes '%s'".formatted(path, value));
      }
    }
  }

  /** A type, format, pattern or bound: unchanged, or a bound that lets more through. */
  private void bound(String path, String keyword, JsonNode before, JsonNode now) {
    var looser =
        before.isNumber()
            && (now.isMissingNode()
                || (keyword.startsWith("min") && now.asDouble() <= before.asDouble())
                || (keyword.startsWith("max") && now.asDouble() >= before.asDouble()));
    if (!looser && !before.equals(now)) {
      breaches.add("%s: %s changed from %s to %s".formatted(path, keyword, before, now));
    }
  }

  private static Set<String> names(JsonNode frozen, JsonNode current) {
    var names = new TreeSet<>(frozen.propertyNames());
    names.addAll(current.propertyNames());
    return names;
  }

  private static Set<String> strings(JsonNode array) {
    var strings = new TreeSet<String>();
    array.forEach(value -> strings.add(value.asString()));
    return strings;
  }
}
