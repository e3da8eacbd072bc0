package dev.rapport.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.access.ActionTokens;
import dev.rapport.local.LocalParts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service is stopped while things happen, and finds them when it is back. */
class RestartIT {

  private static final LocalParts PARTS = LocalParts.start();
  private static final Topics TOPICS = new Topics(PARTS.kafka());
  private static final String RUN = UUID.randomUUID().toString().substring(0, 8);

  @Test
  void what_passed_and_what_was_said_while_it_was_down_is_made_up_for() {
    PARTS.createAllTopics();
    UUID event;
    Instant now;
    try (var service = start()) {
      now = Instant.now();
      var created = api(service).put(path(), event(now.plusSeconds(10), now.plusSeconds(12)));
      assertThat(created.status()).isEqualTo(201);
      event = UUID.fromString(created.text("id"));
      // A state that is left before it is said is never said.
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(said(event)).contains("planned"));
    }
    TOPICS.say(
        "meetings-counted",
        event,
        Map.of(
            "event",
            event,
            "rev",
            1,
            "directions",
            2,
            "revSum",
            2,
            "unsent",
            0,
            "waitingScans",
            0,
            "unresolvedScans",
            0));
    var ends = now.plusSeconds(12);
    await().atMost(Duration.ofSeconds(30)).until(() -> Instant.now().isAfter(ends));
    try (var service = start()) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> api(service).get(path()).text("state").equals("ENDED"));
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(said(event)).contains("ended"));
    }
    TOPICS.say(
        "followup-progress",
        event,
        Map.of(
            "event",
            event,
            "rev",
            1,
            "total",
            2,
            "open",
            0,
            "revSum",
            2,
            "byOutcome",
            Map.of("sent", 2),
            "people",
            Map.of("met", 2, "complete", 2, "late", 0, "open", 0)));
    try (var service = start()) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> api(service).get(path()).text("state").equals("CLOSED"));
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(said(event)).endsWith("closed"));
      assertThat(said(event)).startsWith("planned").contains("ended");
    }
  }

  @Test
  void a_session_that_cannot_be_told_from_a_foreign_one_is_refused_for_now() {
    PARTS.createAllTopics();
    var signer = new ActionTokens.Signer(ActionTokens.newKey());
    var session = signer.sign(Map.of("aud", "my", "sub", UUID.randomUUID().toString(), "exp", 1));
    try (var service = start()) {
      var answer = new Visit(port(service), "rapport=" + session, "en").get("/my/plan");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("try again in a moment");
    }
  }

  private static List<String> said(UUID event) {
    return TOPICS.values("event-changed", event).stream()
        .map(value -> value.path("state").asString())
        .toList();
  }

  private static String path() {
    return "/organisers/organiser-" + RUN + "/events/congress";
  }

  private static Map<String, Object> event(Instant starts, Instant ends) {
    return Map.of(
        "name", "Congress",
        "starts", starts.toString(),
        "ends", ends.toString(),
        "zone", "UTC",
        "sender", Map.of("name", "Us", "address", "us@here.example"));
  }

  private static Api api(ConfigurableApplicationContext service) {
    return new Api(port(service), service.getBean(TestTokens.class).token("platform", null, null));
  }

  private static int port(ConfigurableApplicationContext service) {
    return service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  private static ConfigurableApplicationContext start() {
    var arguments =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + PARTS.kafka(),
                "--spring.mongodb.uri=" + PARTS.mongo("restart-" + RUN),
                "--rapport.pages.keys-url=http://127.0.0.1:1/keys",
                "--rapport.installation.key=a test's installation key, long enough",
                "--rapport.poll=50ms",
                "--rapport.retry-after=500ms"));
    for (var function : List.of("personChanged", "meetingsCounted", "followupProgress")) {
      // Groups of its own: other tests' contexts live on in this JVM.
      arguments.add(
          "--spring.cloud.stream.bindings.%s-in-0.group=restart-%s.%s"
              .formatted(function, RUN, function));
    }
    return new SpringApplicationBuilder(EventsService.class, TestTokens.class)
        .run(arguments.toArray(String[]::new));
  }
}
