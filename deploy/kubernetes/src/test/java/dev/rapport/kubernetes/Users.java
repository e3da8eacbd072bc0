package dev.rapport.kubernetes;

import static dev.rapport.kubernetes.Manifests.each;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Each service may do with the broker what it hears and says, and in the database what is its own.
 */
final class Users implements Promise {

  @Override
  public List<String> broken(Manifests manifests) {
    List<String> broken = new ArrayList<>();
    if (manifests.has("Kafka")) {
      kafka(manifests, broken);
    }
    manifests.kind("MongoDBCommunity").forEach(database -> mongo(database, broken));
    return broken;
  }

  private static void kafka(Manifests manifests, List<String> broken) {
    var users = manifests.kind("KafkaUser").map(Manifests::nameOf).collect(Collectors.toSet());
    for (var user : users) {
      var given = rights(manifests.kind("KafkaUser", user).findFirst().orElseThrow());
      var wanted =
          switch (user) {
            case "operator" -> operator();
            case "lag-reader" -> new TreeSet<>(Set.of("topic * Describe", "group * Describe"));
            default -> wanted(user);
          };
      if (!given.equals(wanted)) {
        broken.add(user + " may " + without(given, wanted) + ", may not " + without(wanted, given));
      }
    }
    if (!users.containsAll(Bindings.SERVICES)) {
      broken.add("Some services have no user: " + users);
    }
    var unprotected =
        manifests
            .kind("Kafka")
            .flatMap(kafka -> each(kafka.at("/spec/kafka/listeners")))
            .anyMatch(l -> !l.path("tls").asBoolean(false) || !l.has("authentication"));
    if (unprotected) {
      broken.add("Kafka listens without TLS or to anybody");
    }
    if (!manifests
        .kind("Kafka")
        .allMatch(k -> k.at("/spec/kafka/authorization/type").asString("").equals("simple"))) {
      broken.add("Kafka asks nobody what they may do");
    }
  }

  /** Sees all, sets groups back, and puts a dead letter on the topic that somebody heard it on. */
  private static SortedSet<String> operator() {
    var wanted =
        new TreeSet<>(
            Set.of(
                "topic * Describe",
                "topic * DescribeConfigs",
                "topic * Read",
                "group * Describe",
                "group * Read"));
    for (var service : Bindings.SERVICES) {
      Bindings.heard(service).keySet().forEach(topic -> wanted.add("topic " + topic + " Write"));
    }
    return wanted;
  }

  private static SortedSet<String> wanted(String service) {
    var wanted = new TreeSet<String>();
    Bindings.heard(service)
        .forEach(
            (topic, group) -> {
              wanted.add("topic " + topic + " Describe");
              wanted.add("topic " + topic + " Read");
              wanted.add("group " + group + " Read");
              wanted.add("topic " + Bindings.deadLetters(topic, service) + " Describe");
              wanted.add("topic " + Bindings.deadLetters(topic, service) + " Write");
            });
    for (var topic : Bindings.said(service)) {
      wanted.add("topic " + topic + " Describe");
      wanted.add("topic " + topic + " Write");
    }
    return wanted;
  }

  private static SortedSet<String> rights(JsonNode user) {
    var rights = new TreeSet<String>();
    for (var acl : user.at("/spec/authorization/acls").values()) {
      var resource = acl.path("resource");
      var pattern = resource.path("patternType").asString("literal");
      var what = resource.path("type").asString("") + " " + resource.path("name").asString("");
      each(acl.path("operations"))
          .map(operation -> what + " " + operation.asString())
          .map(right -> pattern.equals("literal") ? right : right + " by " + pattern)
          .forEach(rights::add);
    }
    return rights;
  }

  private static void mongo(JsonNode database, List<String> broken) {
    var users = new TreeSet<String>();
    for (var user : database.at("/spec/users").values()) {
      var name = user.path("name").asString("");
      users.add(name);
      var own = name.replace("-service", "");
      var roles = user.path("roles");
      if (roles.size() != 1
          || !Bindings.texts(roles.path(0)).equals(Map.of("name", "readWrite", "db", own))
          || !user.path("db").asString("").equals(own)) {
        broken.add(name + " may do more in the database than in its own: " + roles);
      }
    }
    if (!users.equals(Bindings.SERVICES)) {
      broken.add("The database knows " + users);
    }
    if (database.at("/spec/members").asInt(0) < 3
        || !database.at("/spec/security/tls/enabled").asBoolean(false)) {
      broken.add("The database has fewer than three members, or no TLS");
    }
  }

  private static SortedSet<String> without(SortedSet<String> all, SortedSet<String> those) {
    var left = new TreeSet<>(all);
    left.removeAll(those);
    return left;
  }
}
