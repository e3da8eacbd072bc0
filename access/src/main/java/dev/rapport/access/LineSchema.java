package dev.rapport.access;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;

/**
 * Describes the lines of a bulk request. They are read one by one from plain JSON, so that their
 * type is found by no one who looks at the body alone.
 *
 * @param line the type of a line, named by the body's array schema
 */
@Order(0)
public record LineSchema(Class<?> line) implements OpenApiCustomizer {

  @Override
  public void customise(OpenAPI api) {
    ModelConverters.getInstance(true)
        .readAll(line)
        .forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
  }
}
