package dev.rapport.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Strimzi's resources, read by the classes that its definitions are generated from: an unknown
 * field, a word that is not in an enumeration, a missing field that is required, and one that
 * version v1 has no more, are refused.
 */
final class Strimzi implements Promise {

  static final Map<String, Class<?>> KINDS =
      Map.of(
          "Kafka", Kafka.class,
          "KafkaNodePool", KafkaNodePool.class,
          "KafkaTopic", KafkaTopic.class,
          "KafkaUser", KafkaUser.class);

  private static final String VERSION = "kafka.strimzi.io/v1";

  private final ObjectMapper json =
      JsonMapper.builder().annotationIntrospector(new NothingElse()).build();

  @Override
  public List<String> broken(Manifests manifests) {
    List<String> broken = new ArrayList<>();
    for (var object : manifests.objects()) {
      if (object.path("apiVersion").asString("").startsWith("kafka.strimzi.io/")) {
        read(object, broken);
      }
    }
    return broken;
  }

  private void read(JsonNode object, List<String> broken) {
    var name = object.path("kind").asString("") + " " + Manifests.nameOf(object);
    Class<?> kind = KINDS.get(object.path("kind").asString(""));
    if (kind == null || !object.path("apiVersion").asString("").equals(VERSION)) {
      broken.add(name + " is not of " + VERSION);
      return;
    }
    try {
      look(name, object, json.readValue(object.toString(), kind), broken);
    } catch (JsonProcessingException e) {
      broken.add(name + ": " + e.getOriginalMessage());
    }
  }

  /** Looks at what was written and read: at all of Strimzi's own classes, at none of others. */
  private void look(String where, JsonNode written, @Nullable Object read, List<String> broken) {
    if (read == null) { // what an enumeration of theirs does not know
      if (!written.isNull()) {
        broken.add(where + " is not understood: " + written);
      }
      return;
    }
    if (read instanceof Collection<?> many) {
      var index = 0;
      for (var one : many) {
        look(where, written.path(index++), one, broken);
      }
    } else if (read.getClass().getName().startsWith("io.strimzi.") && written.isObject()) {
      json.getSerializationConfig()
          .introspect(json.getTypeFactory().constructType(read.getClass()))
          .findProperties()
          .forEach(property -> look(where, written, read, property, broken));
    }
  }

  private void look(
      String where,
      JsonNode written,
      Object holder,
      BeanPropertyDefinition property,
      List<String> broken) {
    var place = where + "." + property.getName();
    if (!written.has(property.getName())) {
      if (property.isRequired() && !property.getName().equals("status")) {
        broken.add(place + " is missing");
      }
      return;
    }
    var accessor = property.getAccessor();
    if (accessor == null) {
      return;
    }
    if (accessor.getMember() instanceof AnnotatedElement member
        && member.isAnnotationPresent(Deprecated.class)) {
      broken.add(place + " is no more in " + VERSION);
      return;
    }
    accessor.fixAccess(true);
    look(place, written.path(property.getName()), accessor.getValue(holder), broken);
  }

  /** The classes keep fields that they do not know; here these are refused. */
  private static final class NothingElse extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1;

    @Override
    public @Nullable Boolean hasAnySetter(Annotated annotated) {
      return null;
    }
  }
}
