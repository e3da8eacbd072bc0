package dev.rapport.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import tools.jackson.databind.json.JsonMapper;

/** What others rely on in what is said here. */
public final class Contracts {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Contracts() {}

  /** Asserts that a record's value is as its topic's schema has it. */
  public static void validate(String topic, byte[] value) {
    try (var schema = Contracts.class.getResourceAsStream("/contracts/" + topic + ".schema.json")) {
      assertThat(
              SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                  .getSchema(JSON.readTree(schema))
                  .validate(
                      JSON.readTree(value),
                      validation ->
                          validation.executionConfig(c -> c.formatAssertionsEnabled(true))))
          .as(topic)
          .isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
