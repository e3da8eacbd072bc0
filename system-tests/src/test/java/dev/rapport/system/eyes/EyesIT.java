package dev.rapport.system.eyes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.local.Service;
import dev.rapport.local.Stack;
import dev.rapport.local.StackSettings;
import dev.rapport.system.Conference;
import dev.rapport.system.Stages;
import dev.rapport.system.eyes.Observability.Alert;
import dev.rapport.system.eyes.Observability.Query;
import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.player.Script;
import dev.rapport.system.world.Web;
import dev.rapport.system.world.World;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A conference at which a Prometheus looks on, every request is followed, and logs are JSON. */
class EyesIT {

  /** The only topic that names people. */
  private static final String NAMES = "person-changed";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Script SCRIPT = Script.drawn("eyes", 60, 8, 1);
  private static final Ledger LEDGER = new Ledger();

  private static final Collector COLLECTOR = Collector.started();

  private static Stack stack;
  private static World world;
  private static Prometheus prometheus;

  @BeforeAll
  static void play() {
    stack =
        Stack.start(
            StackSettings.standard(System.err::println)
                .withDay(Duration.ofSeconds(8))
                .withServices(
                    Map.of(
                        "management.tracing.sampling.probability", "1",
                        "management.opentelemetry.tracing.export.otlp.endpoint",
                            COLLECTOR.endpoint(),
                        "logging.structured.format.console", "ecs")));
    world = World.of(stack, Clock.systemUTC());
    prometheus = Prometheus.watching(stack, Observability.ALERTS);
    var outcome = Conference.play(world, SCRIPT, LEDGER, Stages.silent());
    assertThat(outcome.report().event().state()).isEqualTo("CLOSED");
  }

  @AfterAll
  static void end() {
    if (prometheus != null) {
      prometheus.close();
    }
    if (stack != null) {
      stack.close();
    }
    COLLECTOR.close();
  }

  @Test
  void every_query_of_every_dashboard_finds_data() {
    List<Query> queries = Observability.queries();
    assertThat(queries).hasSizeGreaterThan(30);
    assertThat(queries)
        .allSatisfy(
            query ->
                assertThat(prometheus.hasFound(query.expr().replace("$__rate_interval", "30s")))
                    .as("%s, %s: %s", query.dashboard(), query.panel(), query.expr())
                    .isTrue());
  }

  @Test
  void every_rule_can_be_judged_and_what_it_looks_at_is_there() {
    assertThat(prometheus.rules())
        .hasSizeGreaterThan(20)
        .allSatisfy(r -> assertThat(r.path("health").asString()).as(r.toString()).isEqualTo("ok"));
    Set<String> metrics = new TreeSet<>();
    for (Alert alert : Observability.alerts()) {
      metrics.addAll(Observability.metrics(alert.expr()));
    }
    metrics.remove("ssl_chain_expiry_seconds"); // of SSL bundles, which the local stack has none of
    assertThat(metrics)
        .allSatisfy(metric -> assertThat(prometheus.hasFound(metric)).as(metric).isTrue());
  }

  @Test
  void nobody_is_named_in_logs_metrics_spans_and_topics() throws IOException {
    List<String> found = new ArrayList<>();
    Set<String> identities = new HashSet<>(SCRIPT.identities());
    LEDGER.all(Entry.Registered.class).forEach(r -> identities.add(r.email()));
    LEDGER.all(Entry.Moved.class).forEach(m -> identities.add(m.email()));
    identities.remove(null);
    assertThat(identities)
        .hasSizeGreaterThan(100)
        .allSatisfy(i -> assertThat(i).hasSizeGreaterThan(5));
    for (Service service : Service.values()) {
      look(service.artifact() + "'s log", Files.readString(log(service)), identities, found);
      look(service.artifact() + "'s metrics", metrics(service), identities, found);
    }
    assertThat(COLLECTOR.all()).as("spans").contains("contacts-service", "followup-service");
    Set<String> asSent = identities.stream().map(Collector::asSent).collect(Collectors.toSet());
    look("spans", COLLECTOR.all(), asSent, found);
    boolean names = false;
    for (ConsumerRecord<byte[], byte[]> record : Records.all(stack.parts().kafka())) {
      String where = record.topic() + "@" + record.offset();
      look(where, Records.outside(record), identities, found);
      if (record.topic().startsWith(NAMES)) {
        names |= identities.stream().anyMatch(Records.text(record.value())::contains);
      } else {
        look(where, Records.text(record.value()), identities, found);
      }
    }
    assertThat(names).as("what is looked for is there at all").isTrue();
    assertThat(found).isEmpty();
  }

  @Test
  void a_log_is_lines_of_json_that_name_the_service() throws IOException {
    for (Service service : Service.values()) {
      List<String> lines = lines(service);
      assertThat(lines).isNotEmpty();
      for (String line : lines) {
        if (line.startsWith("{")) {
          JsonNode json = JSON.readTree(line);
          assertThat(json.path("@timestamp").asString("")).isNotEmpty();
          assertThat(json.path("service").path("name").asString()).isEqualTo(service.artifact());
        }
      }
      // A JVM may say something before there is a logger, at each start; what the service says is
      // JSON.
      assertThat(lines.stream().filter(line -> !line.startsWith("{")).count()).isLessThan(10);
    }
  }

  @Test
  void a_report_is_followed_over_both_topics_to_its_mail() throws IOException {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    new Walk(world, new Web(world.time())).met("00-" + trace + "-00f067aa0ba902b7-01");
    await()
        .alias("the mail that the report leads to")
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> followed(Service.NOTIFICATION).contains(trace));
    assertThat(followed(Service.FOLLOWUP)).contains(trace);
    assertThat(carrying(trace)).contains("contact-met", "followup-due");
    await()
        .alias("spans of its stations")
        .atMost(Duration.ofSeconds(30))
        .until(() -> COLLECTOR.has(trace, "in follow-up") && COLLECTOR.has(trace, "mail "));
  }

  @Test
  void what_goes_wrong_is_what_its_alert_looks_for() throws Exception {
    var settings = Map.<String, Object>of("bootstrap.servers", stack.parts().kafka());
    var bytes = new ByteArraySerializer();
    try (var producer = new KafkaProducer<>(settings, bytes, bytes)) {
      byte[] unreadable = "no meeting".getBytes(StandardCharsets.UTF_8);
      producer.send(new ProducerRecord<>("contact-met", unreadable, unreadable)).get();
    }
    awaitCause("DeadLetters", "topic", "contact-met");
    stack.kill(Service.EVENTS);
    try {
      awaitCause("ServiceAway", "application", Service.EVENTS.artifact());
    } finally {
      stack.start(Service.EVENTS);
    }
  }

  /** Fires for nobody before its time; what it looks at says so at once. */
  private static void awaitCause(String name, String label, String value) {
    Alert alert =
        Observability.alerts().stream()
            .filter(a -> a.name().equals(name))
            .findFirst()
            .orElseThrow();
    await()
        .alias(name)
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () ->
                assertThat(prometheus.now(alert.expr()))
                    .anyMatch(
                        found -> value.equals(found.path("metric").path(label).asString(""))));
  }

  private static Set<String> carrying(String trace) {
    Set<String> topics = new TreeSet<>();
    for (ConsumerRecord<byte[], byte[]> record : Records.all(stack.parts().kafka())) {
      if (Records.traces(record).contains(trace)) {
        topics.add(record.topic());
      }
    }
    return topics;
  }

  /** The traces that a service has noted at its stations; of mails, at their end. */
  private static Set<String> followed(Service service) throws IOException {
    Set<String> traces = new TreeSet<>();
    for (String line : lines(service)) {
      if (line.startsWith("{") && line.contains("Followed: ")) {
        traces.add(JSON.readTree(line).path("trace.id").asString(""));
      }
    }
    return traces;
  }

  private static void look(String where, String text, Set<String> identities, List<String> found) {
    for (String identity : identities) {
      if (text.contains(identity)) {
        found.add(identity + " in " + where);
      }
    }
  }

  /** Those that are written to their ends. */
  private static List<String> lines(Service service) throws IOException {
    String text = Files.readString(log(service));
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  private static Path log(Service service) {
    return stack.logs().resolve(service.artifact() + ".log");
  }

  private static String metrics(Service service) {
    return new Web(world.time())
        .page(URI.create(stack.base(service) + "/actuator/prometheus"))
        .text();
  }
}
