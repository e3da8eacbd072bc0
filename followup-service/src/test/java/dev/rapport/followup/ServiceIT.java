package dev.rapport.followup;

import com.mongodb.client.MongoDatabase;
import dev.rapport.local.LocalParts;
import dev.rapport.messaging.EventClock;
import dev.rapport.messaging.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * The service as it runs, on a real broker and database, which all tests of the JVM share. Each
 * test plays the other services in a conference of its own, in a season of its own.
 */
@SpringBootTest(
    classes = FollowupService.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "rapport.installation.key=" + ServiceIT.KEY,
      "rapport.poll=50ms",
      "rapport.retry-after=500ms",
      "rapport.sender.allowance=3",
      "rapport.sender.reports-to-pause=2"
    })
@Import({TestTokens.class, ServiceIT.Clock.class})
@ExtendWith(ClosesService.class)
public abstract class ServiceIT {

  static final String KEY = "a test's installation key, long enough";

  static final LocalParts PARTS = LocalParts.start();
  static final Broker BROKER = new Broker(PARTS.kafka());
  static final String DATABASE = "followup-" + UUID.randomUUID().toString().substring(0, 8);
  static final SettableClock CLOCK = new SettableClock();
  static final ActionKeys KEYS = ActionKeys.start();

  private static Instant season = Instant.parse("2026-01-05T00:00:00Z");

  private static final Set<ConfigurableApplicationContext> RUNNING = ConcurrentHashMap.newKeySet();

  @LocalServerPort int port;
  @Autowired Ids ids;
  @Autowired MongoDatabase database;
  @Autowired TestTokens tokens;

  Conference conference = new Conference(BROKER, new Ids(KEY), season);

  /** Lets the tests decide what time it is. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Clock {

    @Bean
    @Primary
    EventClock settableClock() {
      return CLOCK;
    }
  }

  @DynamicPropertySource
  static void parts(DynamicPropertyRegistry properties) {
    PARTS.createAllTopics();
    properties.add("spring.kafka.bootstrap-servers", PARTS::kafka);
    properties.add("spring.mongodb.uri", () -> PARTS.mongo(DATABASE));
    properties.add("rapport.pages.keys-url", KEYS::url);
  }

  @BeforeEach
  void anotherSeason() {
    // What an earlier test left open is over long before this one starts.
    season = season.plus(Duration.ofDays(70));
    conference = new Conference(BROKER, ids, season);
    CLOCK.set(season);
  }

  /** Waits until a follow-up is where it should be. */
  void awaitState(String state, String owner, String contact) {
    await().until(() -> view(owner, contact).path("state").asString(""), state::equals);
  }

  /** A follow-up as the API shows it; empty while there is none. */
  JsonNode view(String owner, String contact) {
    var id = conference.followUp(owner, contact).toString();
    return followUps()
        .body()
        .path("items")
        .valueStream()
        .filter(f -> f.path("id").asString().equals(id))
        .findFirst()
        .orElse(Broker.JSON.createObjectNode());
  }

  Api.Answer followUps() {
    return platform()
        .get(
            "/organisers/%s/events/%s/follow-ups?limit=500"
                .formatted(conference.organiser, conference.externalId));
  }

  /** Waits for the ask that asks somebody for something on this day of the season. */
  JsonNode awaitAsk(String recipient, String purpose, Instant day) {
    await().until(() -> ask(recipient, purpose, day).isPresent());
    return ask(recipient, purpose, day).orElseThrow();
  }

  private Optional<JsonNode> ask(String recipient, String purpose, Instant day) {
    return conference.asksFor(recipient).stream()
        .filter(a -> a.path("kind").asString().equals("ask"))
        .filter(a -> a.path("purpose").asString().equals(purpose))
        .filter(a -> day.toString().startsWith(a.path("slot").asString()))
        .findFirst();
  }

  /** Waits for the newest count of the conference to say this. */
  void awaitProgress(Predicate<JsonNode> says) {
    await()
        .until(
            () -> BROKER.values("followup-progress", conference.event),
            all -> !all.isEmpty() && says.test(all.getLast()));
  }

  @Autowired
  void runs(ConfigurableApplicationContext service) {
    RUNNING.add(service);
  }

  static void closeAll() {
    RUNNING.forEach(ConfigurableApplicationContext::close);
  }

  /** Patient: another season settles what all earlier tests left open, and counts it all. */
  ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(100));
  }

  Api as(String scope, String person) {
    return new Api(port, tokens.token(scope, conference.organiser, person));
  }

  Api platform() {
    return as("platform", "");
  }
}
