package dev.rapport.followup;

import com.mongodb.client.MongoDatabase;
import dev.rapport.local.LocalParts;
import dev.rapport.messaging.EventClock;
import dev.rapport.messaging.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

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
      "rapport.retry-after=500ms"
    })
@Import({TestTokens.class, ServiceIT.Clock.class})
public abstract class ServiceIT {

  static final String KEY = "a test's installation key, long enough";

  static final LocalParts PARTS = LocalParts.start();
  static final Broker BROKER = new Broker(PARTS.kafka());
  static final String DATABASE = "followup-" + UUID.randomUUID().toString().substring(0, 8);
  static final SettableClock CLOCK = new SettableClock();
  static final ActionKeys KEYS = ActionKeys.start();

  private static Instant season = Instant.parse("2026-01-05T00:00:00Z");

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
    properties.add("rapport.answers.keys-url", KEYS::url);
  }

  @BeforeEach
  void anotherSeason() {
    // What an earlier test left open is over long before this one starts.
    season = season.plus(Duration.ofDays(70));
    conference = new Conference(BROKER, ids, season);
    CLOCK.set(season);
  }

  ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
  }

  Api as(String scope, String person) {
    return new Api(port, tokens.token(scope, conference.organiser, person));
  }

  Api platform() {
    return as("platform", "");
  }
}
