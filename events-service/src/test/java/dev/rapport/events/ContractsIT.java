package dev.rapport.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ContractsIT extends ServiceIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Autowired private ApplicationContext context;

  @Test
  void everything_said_validates() {
    api.put(events() + "/planned", event());
    api.put(events() + "/over", event(Duration.ofDays(-9), Duration.ofDays(1)));
    api.put(events() + "/running", event(Duration.ofDays(-1), Duration.ofDays(300)));
    api.post(events() + "/running/end", null);
    api.post(events() + "/planned/cancel", null);
    var seats = events() + "/over/attendances/";
    api.put(seats + "ada", Map.of("badges", List.of("A")));
    api.put(seats + "ada", Map.of("badges", List.of("B"), "role", "exhibitor"));
    api.put(seats + organiser, Map.of("badges", List.of("C")));
    api.delete(seats + "ada");
    var erased = ids.of("person", organiser, 1);
    TOPICS.tombstone("person-changed", erased, 2);
    eventually(
        () -> {
          assertThat(said("running")).endsWith("ended");
          assertThat(said("planned")).endsWith("cancelled");
          assertThat(TOPICS.values("person-erased", erased)).isNotEmpty();
        });

    for (var topic : List.of("event-changed", "attendance-changed", "person-erased")) {
      for (var record : TOPICS.all(topic)) {
        Contracts.validate(topic, record.value());
        assertThat(header(record, "ce_type")).isEqualTo("dev.rapport." + topic + ".v1");
        assertThat(header(record, "ce_source")).isEqualTo("/events-service");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "person-changed, personChanged",
    "contact-met, contactMet",
    "meetings-counted, meetingsCounted",
    "followup-progress, followupProgress",
    "followup-settled, followupSettled"
  })
  void every_example_of_the_contracts_is_read(String topic, String function) throws IOException {
    var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    for (var example : examples(topic)) {
      records.add(record(topic, JSON.readTree(example.getContentAsByteArray())));
    }
    assertThat(records).isNotEmpty();
    var before = TOPICS.all(deadLetters(topic)).size();

    read(function, records);

    assertThat(TOPICS.all(deadLetters(topic))).hasSize(before);
  }

  @ParameterizedTest
  @CsvSource({
    "person-changed",
    "contact-met",
    "meetings-counted",
    "followup-progress",
    "followup-settled"
  })
  void what_no_one_can_read_is_parked_and_its_neighbours_go_on(String topic) {
    api.put(events() + "/congress", event(Duration.ofDays(-3), Duration.ofDays(2)));
    var key = UUID.randomUUID();
    TOPICS.send(Topics.record(topic, key, "{\"event\": 7".getBytes(StandardCharsets.UTF_8)));
    TOPICS.send(Topics.record(topic, key, "{}".getBytes(StandardCharsets.UTF_8)));
    TOPICS.send(Topics.record(topic, key, null)); // a tombstone without its rev, or out of place
    var bare = Topics.record(topic, key, "{}".getBytes(StandardCharsets.UTF_8));
    for (Header header : bare.headers().toArray()) {
      bare.headers().remove(header.key());
    }
    TOPICS.send(bare);
    sayMeetings("congress", 1, 0, 0);
    sayProgress("congress", 1, 0, 0, 0);

    eventually(
        () -> {
          var parked =
              TOPICS.all(deadLetters(topic)).stream()
                  .filter(record -> key.toString().equals(record.key()))
                  .toList();
          assertThat(parked)
              .hasSize(4)
              .allSatisfy(r -> assertThat(header(r, "dlt_reason")).isNotEmpty());
        });
    eventually(() -> assertThat(state("congress")).isEqualTo("CLOSED"));
  }

  @Test
  void a_count_that_is_null_is_parked_also_when_it_comes_alone() {
    var key = UUID.randomUUID();
    var value =
        """
        {"event": "%s", "rev": 1, "total": 2, "open": 0, "revSum": 2, "byOutcome": {"sent": null},
         "people": {"met": 2, "complete": 2, "late": 0, "open": 0}}
        """;
    TOPICS.send(
        Topics.record(
            "followup-progress", key, value.formatted(key).getBytes(StandardCharsets.UTF_8)));

    eventually(
        () ->
            assertThat(TOPICS.all(deadLetters("followup-progress")))
                .filteredOn(record -> key.toString().equals(record.key()))
                .singleElement()
                .satisfies(r -> assertThat(header(r, "dlt_reason")).contains("byOutcome")));
  }

  @Test
  void a_tombstone_whose_key_is_no_person_erases_nobody() {
    var tombstone = Topics.record("person-changed", "not an id", null);
    tombstone.headers().add("rev", "3".getBytes(StandardCharsets.UTF_8));
    TOPICS.send(tombstone);
    var person = ids.of("person", organiser, 1);
    TOPICS.tombstone("person-changed", person, 2);

    eventually(() -> assertThat(TOPICS.values("person-erased", person)).isNotEmpty());
    // Other tests count letters.
    eventually(
        () ->
            assertThat(TOPICS.all(deadLetters("person-changed")))
                .anyMatch(record -> "not an id".equals(record.key())));
  }

  private static List<Resource> examples(String topic) throws IOException {
    return Stream.of(
            new PathMatchingResourcePatternResolver()
                .getResources("classpath*:contracts/examples/" + topic + "/*.json"))
        .toList();
  }

  private static ConsumerRecord<byte[], byte[]> record(String topic, JsonNode example) {
    var value = example.path("value");
    var record =
        new ConsumerRecord<byte[], byte[]>(
            topic,
            0,
            0,
            example.path("key").asString().getBytes(StandardCharsets.UTF_8),
            value.isNull() ? null : JSON.writeValueAsBytes(value));
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

  @SuppressWarnings("unchecked") // the context knows the bean by its name only
  private void read(String function, List<ConsumerRecord<byte[], byte[]>> records) {
    ((Consumer<List<ConsumerRecord<byte[], byte[]>>>) context.getBean(function)).accept(records);
  }

  private static String deadLetters(String topic) {
    return topic + ".events-service.dlt";
  }

  private static String header(ConsumerRecord<?, ?> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
