package dev.rapport.followup;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;

class ContractsIT extends ServiceIT {

  @Autowired private ApplicationContext service;

  @Test
  void everything_said_validates() {
    conference.isAnnounced();
    conference.has("ana");
    conference.registers("ben", false, true);
    CLOCK.set(conference.noon);
    conference.meet("ana", "ben");
    awaitState("scheduled", "ana", "ben");
    CLOCK.set(conference.ends);
    awaitAsk("ben", "list", conference.dayAfter(0));
    conference.answers(
        awaitAsk("ben", "invite", conference.dayAfter(0)), "inDoubt", conference.ends);
    awaitState("settled", "ana", "ben");
    conference.meet("ana", "ben", "none", "none", false);
    awaitState("settled", "ben", "ana");
    conference.erases("ana");
    await().until(() -> !BROKER.values("person-erased", conference.person("ana")).isEmpty());
    awaitProgress(p -> p.path("total").asInt() == 0);

    for (var topic :
        List.of("followup-due", "followup-settled", "followup-progress", "person-erased")) {
      for (var record : BROKER.all(topic)) {
        if (!header(record, "ce_source").equals("/followup-service")) {
          continue; // what other tests make up on purpose
        }
        assertThat(errors(topic, new String(record.value(), StandardCharsets.UTF_8)))
            .as(topic)
            .isEmpty();
        assertThat(header(record, "ce_type")).isEqualTo("dev.rapport." + topic + ".v1");
        assertThat(header(record, "ce_id")).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "contact-met, contactMet",
    "event-changed, eventChanged",
    "attendance-changed, attendanceChanged",
    "person-changed, personChanged",
    "notification-settled, notificationSettled",
    "followup-settled, followupSettled",
    "interaction-logged, interactionLogged",
    "introduction-suggested, introductionSuggested"
  })
  void every_example_of_the_contracts_is_read(String topic, String function) throws IOException {
    var examples = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    for (var example :
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:contracts/examples/" + topic + "/*.json")) {
      examples.add(record(topic, Broker.JSON.readTree(example.getContentAsByteArray())));
    }
    assertThat(examples).isNotEmpty();
    var letters = topic + ".followup-service.dlt";
    var before = BROKER.all(letters).size();
    read(function, examples);
    assertThat(BROKER.all(letters)).hasSize(before);
  }

  @Test
  void a_tombstone_whose_key_is_no_person_erases_nobody() {
    BROKER.bury("person-changed", "not an id", 3);
    conference.has("ana");
    conference.erases("ana");
    await().until(() -> !BROKER.values("person-erased", conference.person("ana")).isEmpty());
    // Other tests count letters.
    await()
        .until(
            () -> BROKER.all("person-changed.followup-service.dlt"),
            all -> all.stream().anyMatch(letter -> "not an id".equals(letter.key())));
  }

  @SuppressWarnings("unchecked") // the context knows the function by its name only
  private void read(String function, List<ConsumerRecord<byte[], byte[]>> records) {
    ((Consumer<List<ConsumerRecord<byte[], byte[]>>>) service.getBean(function)).accept(records);
  }

  private static ConsumerRecord<byte[], byte[]> record(String topic, JsonNode example) {
    var value = example.path("value");
    var record =
        new ConsumerRecord<byte[], byte[]>(
            topic,
            0,
            0,
            example.path("key").asString().getBytes(StandardCharsets.UTF_8),
            value.isNull() ? null : Broker.JSON.writeValueAsBytes(value));
    example
        .path("headers")
        .properties()
        .forEach(
            header ->
                record
                    .headers()
                    .add(
                        header.getKey(),
                        header.getValue().asString().getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  private static List<String> errors(String topic, String value) {
    try (var schema =
        ContractsIT.class.getResourceAsStream("/contracts/" + topic + ".schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Broker.JSON.readTree(schema))
          .validate(
              Broker.JSON.readTree(value),
              validation -> validation.executionConfig(c -> c.formatAssertionsEnabled(true)))
          .stream()
          .map(Object::toString)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String header(ConsumerRecord<?, ?> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
