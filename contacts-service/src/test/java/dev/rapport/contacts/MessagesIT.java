package dev.rapport.contacts;

import static dev.rapport.contacts.Api.met;
import static dev.rapport.contacts.Api.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What goes over the broker, held against the contracts. */
class MessagesIT extends ServiceIT {

  private static final Duration PATIENCE = Duration.ofSeconds(45);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Instant noon = Instant.now().minusSeconds(3_600);

  @Test
  void what_this_service_says_fits_the_schemas() {
    api.put(
        "/people/" + segment(person("ada")),
        Map.of(
            "name",
            "Ada",
            "email",
            "ada@example.org",
            "phone",
            "+43 1 000000",
            "profiles",
            Map.of("linkedin", "https://www.linkedin.com/in/ada"),
            "seeks",
            List.of("funding"),
            "channels",
            List.of("linkedin", "email")));
    api.put("/people/" + segment(person("bob")), Map.of("name", "Bob"));
    var report = api.post(reports(), met("k1", person("ada"), person("bob"), noon)).text("report");
    api.post(
        "/people/" + segment(person("bob")) + "/contacts",
        Map.of("contact", person("cid"), "at", noon.toString()));
    api.delete(reports() + "/" + report);
    api.delete("/people/" + segment(person("ada")));
    assertFits("person-changed", personId("ada"), 1);
    assertFits("person-changed", personId("bob"), 1);
    assertFits("contact-met", personId("ada"), 1);
    assertFits("contact-met", personId("bob"), 1);
    assertFits("interaction-logged", personId("bob"), 1);
    assertFits("interaction-logged", personId("cid"), 1);
    assertFits("meetings-counted", eventId(), 1);
    assertFits("person-erased", personId("ada"), 1);
  }

  private void assertFits(String topic, UUID key, int least) {
    // Counting rests half a second after each event that an earlier test has left to count.
    await()
        .atMost(PATIENCE.multipliedBy(4))
        .untilAsserted(
            () -> assertThat(TOPICS.values(topic, key)).hasSizeGreaterThanOrEqualTo(least));
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text(one("contracts/" + topic + ".schema.json")));
    for (var value : TOPICS.values(topic, key)) {
      assertThat(schema.validate(value.toString(), InputFormat.JSON))
          .as(value.toString())
          .isEmpty();
    }
    for (var record : TOPICS.records(topic, key)) {
      assertThat(record.headers().lastHeader("ce_type").value())
          .asString(StandardCharsets.UTF_8)
          .isEqualTo("dev.rapport." + topic + ".v1");
      assertThat(record.headers().lastHeader("ce_source").value())
          .asString(StandardCharsets.UTF_8)
          .isEqualTo("/contacts-service");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event-changed",
        "attendance-changed",
        "followup-settled",
        "contact-met",
        "person-changed",
        "person-erased"
      })
  void every_example_that_it_hears_is_read(String topic) {
    var lettersBefore = letters(topic).size();
    for (var example : all("contracts/examples/" + topic + "/*.json")) {
      send(topic, JSON.readTree(text(example)));
    }
    awaitCaughtUp(topic);
    assertThat(letters(topic)).hasSize(lettersBefore);
  }

  @Test
  void what_no_one_can_read_is_put_aside_and_its_neighbours_go_on() {
    var key = personId("ada").toString();
    var before = letters("contact-met").size();
    TOPICS.sendRaw("contact-met", key, new byte[] {1, 2, 3}, "contact-met");
    TOPICS.sendRaw("contact-met", key, null, "contact-met");
    TOPICS.sendRaw(
        "contact-met", key, "{\"owner\":1}".getBytes(StandardCharsets.UTF_8), "contact-met");
    TOPICS.sendRaw("contact-met", key, "{}".getBytes(StandardCharsets.UTF_8), "another-type");
    TOPICS.send(
        new ProducerRecord<>(
            "contact-met",
            key.getBytes(StandardCharsets.UTF_8),
            "{}".getBytes(StandardCharsets.UTF_8)));
    api.post(reports(), met("k1", person("ada"), person("bob"), noon));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(letters("contact-met")).hasSize(before + 5);
              assertThat(api.get("/people/" + segment(person("ada")) + "/contacts").items("items"))
                  .hasSize(1);
            });
    assertThat(letters("contact-met").getLast().headers().lastHeader("dlt_reason")).isNotNull();
  }

  @Test
  void an_old_record_that_comes_again_changes_nothing() {
    api.post(reports(), met("k1", person("ada"), person("bob"), noon));
    api.post(reports(), met("k2", person("bob"), person("ada"), noon));
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(seen()).isEqualTo("both"));
    var first = TOPICS.values("contact-met", personId("ada")).getFirst();
    var old = (tools.jackson.databind.node.ObjectNode) first.deepCopy();
    old.put("rev", 1).put("reportedBy", "owner");
    TOPICS.say("contact-met", personId("ada"), old);
    awaitCaughtUp("contact-met");
    assertThat(seen()).isEqualTo("both");
  }

  private String seen() {
    var contact =
        database.getCollection("contacts").find(new Document("owner", personId("ada"))).first();
    return contact == null
        ? ""
        : Objects.requireNonNull(
                contact.getEmbedded(
                    List.of("meetings", meetingId("ada", "bob").toString()), Document.class))
            .getString("by");
  }

  private void send(String topic, JsonNode example) {
    var value = example.path("value");
    var record =
        new ProducerRecord<byte[], byte[]>(
            topic,
            example.path("key").asString().getBytes(StandardCharsets.UTF_8),
            value.isNull() || value.isMissingNode() ? null : JSON.writeValueAsBytes(value));
    example
        .path("headers")
        .propertyStream()
        .forEach(
            header ->
                record
                    .headers()
                    .add(
                        header.getKey(),
                        header.getValue().asString().getBytes(StandardCharsets.UTF_8)));
    TOPICS.send(record);
  }

  private static void awaitCaughtUp(String topic) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(TOPICS.lag(topic, "contacts-service." + topic)).isZero());
  }

  private static List<org.apache.kafka.clients.consumer.ConsumerRecord<String, byte[]>> letters(
      String topic) {
    return TOPICS.all(topic + ".contacts-service.dlt");
  }

  private static Resource one(String path) {
    return new PathMatchingResourcePatternResolver().getResource("classpath:" + path);
  }

  private static List<Resource> all(String pattern) {
    try {
      var found =
          new ArrayList<>(
              List.of(
                  new PathMatchingResourcePatternResolver().getResources("classpath:" + pattern)));
      assertThat(found).isNotEmpty();
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Resource resource) {
    try {
      return resource.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
