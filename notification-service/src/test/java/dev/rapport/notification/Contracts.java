package dev.rapport.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Holds everything that this service really said against the schemas of the contracts. */
final class Contracts {

  private Contracts() {}

  static void check(Broker broker) {
    var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    for (var topic : List.of("notification-settled", "person-erased")) {
      try (var in = Contracts.class.getResourceAsStream("/contracts/" + topic + ".schema.json")) {
        var schema = registry.getSchema(Objects.requireNonNull(in));
        for (var record : broker.records(topic)) {
          var text = new String(record.value(), StandardCharsets.UTF_8);
          assertThat(
                  schema.validate(
                      text,
                      InputFormat.JSON,
                      context ->
                          context.executionConfig(config -> config.formatAssertionsEnabled(true))))
              .as(text)
              .isEmpty();
          assertThat(new String(record.key(), StandardCharsets.UTF_8)).hasSize(36);
          for (var header :
              List.of(
                  "ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time", "content-type")) {
            assertThat(record.headers().headers(header)).as(header).hasSize(1);
          }
        }
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
