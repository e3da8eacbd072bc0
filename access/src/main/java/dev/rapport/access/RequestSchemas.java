package dev.rapport.access;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Says of every request body what holds for all of them: fields that are not described are refused,
 * and null is the same as absent. Of every identifier in a path: how it may look. And of what is
 * open: that it needs no token.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
@SuppressWarnings("rawtypes") // the OpenAPI model's own types are raw
class RequestSchemas implements OpenApiCustomizer {

  /** What {@link Fields#externalId} takes, as ECMA-262 writes it. */
  private static final String ONE_LINE = "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]+$";

  private static final String REF = "#/components/schemas/";

  @Override
  public void customise(OpenAPI api) {
    var seen = new HashSet<String>();
    for (var path : api.getPaths().entrySet()) {
      for (var operation : path.getValue().readOperations()) {
        if (AccessConfiguration.isOpen(path.getKey())) {
          operation.setSecurity(List.of());
        }
        parameters(operation).forEach(RequestSchemas::bound);
        var body = operation.getRequestBody();
        if (body != null && body.getContent() != null) {
          body.getContent().values().forEach(type -> close(api, type.getSchema(), seen));
        }
      }
    }
  }

  private static List<Parameter> parameters(Operation operation) {
    return operation.getParameters() == null ? List.of() : operation.getParameters();
  }

  private static void bound(Parameter parameter) {
    Schema schema = parameter.getSchema();
    if ("path".equals(parameter.getIn()) && schema != null && schema.getFormat() == null) {
      schema.minLength(1).maxLength(200).pattern(ONE_LINE);
    }
  }

  private static void close(OpenAPI api, @Nullable Schema schema, Set<String> seen) {
    if (schema == null) {
      return;
    }
    var ref = schema.get$ref();
    if (ref != null) {
      if (ref.startsWith(REF) && seen.add(ref)) {
        close(api, api.getComponents().getSchemas().get(ref.substring(REF.length())), seen);
      }
      return;
    }
    close(api, schema.getItems(), seen);
    Map<String, Schema> properties = properties(schema);
    if (properties.isEmpty()) {
      return;
    }
    properties.values().forEach(property -> close(api, property, seen));
    schema.setAdditionalProperties(false);
    List<?> required = schema.getRequired() == null ? List.of() : schema.getRequired();
    var relaxed = new LinkedHashMap<String, Schema>();
    properties.forEach(
        (name, property) ->
            relaxed.put(name, required.contains(name) ? property : orNull(property)));
    schema.setProperties(relaxed);
  }

  @SuppressWarnings("unchecked") // a schema's properties are schemas by name
  private static Map<String, Schema> properties(Schema schema) {
    return schema.getProperties() == null ? Map.of() : schema.getProperties();
  }

  private static Schema orNull(Schema property) {
    Schema nothing = new JsonSchema();
    nothing.setTypes(Set.of("null"));
    Schema either = new JsonSchema();
    either.setAnyOf(List.of(property, nothing));
    return either;
  }
}
