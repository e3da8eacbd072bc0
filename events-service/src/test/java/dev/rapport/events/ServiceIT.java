package dev.rapport.events;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import dev.rapport.local.LocalParts;
import dev.rapport.local.PageSessions;
import dev.rapport.messaging.EventClock;
import dev.rapport.messaging.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The service as it runs, on a real broker and database, which all tests of the JVM share. An hour
 * of event time takes a second. Each test has an organiser of its own.
 */
@SpringBootTest(
    classes = EventsService.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "rapport.installation.key=a test's installation key, long enough",
      "rapport.poll=50ms",
      "rapport.retry-after=500ms",
      "rapport.time.event-anchor=2026-06-01T00:00:00Z",
      "rapport.time.speed=3600"
    })
@Import(TestTokens.class)
@ExtendWith(ClosesService.class)
public abstract class ServiceIT {

  protected static final LocalParts PARTS = LocalParts.start();
  protected static final Topics TOPICS = new Topics(PARTS.kafka());

  /** Opens people's own pages, as notification-service does. */
  protected static final PageSessions SESSIONS = PageSessions.start();

  private static final String DATABASE = "events-" + UUID.randomUUID().toString().substring(0, 8);

  private static final Set<ConfigurableApplicationContext> RUNNING = ConcurrentHashMap.newKeySet();

  @LocalServerPort protected int port;
  @Autowired protected Ids ids;
  @Autowired protected EventClock clock;
  @Autowired protected MongoDatabase database;
  @Autowired private TestTokens tokens;

  protected Api api = new Api(0, null);
  protected String organiser = "";

  @DynamicPropertySource
  static void parts(DynamicPropertyRegistry properties) {
    PARTS.createAllTopics();
    properties.add("spring.kafka.bootstrap-servers", PARTS::kafka);
    properties.add("rapport.pages.keys-url", SESSIONS::keysUrl);
    properties.add("spring.mongodb.uri", () -> PARTS.mongo(DATABASE));
    properties.add("rapport.time.machine-anchor", () -> Instant.now().toString());
  }

  @Autowired
  void runs(ConfigurableApplicationContext service) {
    RUNNING.add(service);
  }

  static void closeAll() {
    RUNNING.forEach(ConfigurableApplicationContext::close);
  }

  @BeforeEach
  void somebodyNew() {
    organiser = "organiser-" + UUID.randomUUID().toString().substring(0, 8);
    api = as("platform", null);
  }

  protected Api as(String scope, @Nullable String itsOrganiser) {
    return new Api(port, tokens.token(scope, itsOrganiser, null));
  }

  protected Api asPerson(String person) {
    return new Api(port, tokens.token("person", null, person));
  }

  protected String events() {
    return "/organisers/" + organiser + "/events";
  }

  protected UUID eventId(String event) {
    return ids.of("event", organiser, event);
  }

  /** An event that starts so long from now, in event time. */
  protected Map<String, Object> event(Duration startsIn, Duration lasts) {
    var starts = clock.now().plus(startsIn);
    var body = new LinkedHashMap<String, Object>();
    body.put("name", "Annual congress");
    body.put("starts", starts.toString());
    body.put("ends", starts.plus(lasts).toString());
    body.put("zone", "Europe/Paris");
    body.put("sender", Map.of("name", "The congress", "address", "hello@congress.example"));
    return body;
  }

  /** An event that is far ahead. */
  protected Map<String, Object> event() {
    return event(Duration.ofDays(300), Duration.ofDays(2));
  }

  protected String state(String event) {
    return api.get(events() + "/" + event).text("state");
  }

  protected List<String> said(String event) {
    return TOPICS.values("event-changed", eventId(event)).stream()
        .map(value -> value.path("state").asString())
        .toList();
  }

  protected void sayMeetings(String event, long rev, long directions, long revSum) {
    TOPICS.say(
        "meetings-counted",
        eventId(event),
        Map.of(
            "event",
            eventId(event),
            "rev",
            rev,
            "directions",
            directions,
            "revSum",
            revSum,
            "unsent",
            0,
            "waitingScans",
            0,
            "unresolvedScans",
            1));
  }

  protected void sayProgress(String event, long rev, long total, long open, long revSum) {
    TOPICS.say(
        "followup-progress",
        eventId(event),
        Map.of(
            "event",
            eventId(event),
            "rev",
            rev,
            "total",
            total,
            "open",
            open,
            "revSum",
            revSum,
            "byOutcome",
            Map.of("sent", total - open),
            "byTrouble",
            Map.of("deferred", 7, "bounced", open),
            "people",
            Map.of("met", total, "complete", total - open, "late", 0, "open", open)));
  }

  protected static void eventually(ThrowingRunnable check) {
    // Counting rests half a second or more after each event that any test has left running.
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(100))
        // What looks at the last of what was said may find nothing said yet.
        .ignoreException(NoSuchElementException.class)
        .untilAsserted(check);
  }
}
