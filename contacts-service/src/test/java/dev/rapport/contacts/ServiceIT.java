package dev.rapport.contacts;

import dev.rapport.local.LocalParts;
import dev.rapport.local.PageSessions;
import dev.rapport.messaging.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The service as it runs, on a real broker and database, which all tests of the JVM share. Each
 * test has an organiser and people of its own.
 */
@SpringBootTest(
    classes = ContactsService.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "rapport.installation.key=a test's installation key, long enough",
      "rapport.poll=50ms",
      "rapport.retry-after=500ms",
      // The broker and the database end with the JVM; nobody would answer a closing context.
      "spring.main.register-shutdown-hook=false"
    })
@Import(TestTokens.class)
public abstract class ServiceIT {

  protected static final LocalParts PARTS = LocalParts.start();
  protected static final Topics TOPICS = new Topics(PARTS.kafka());

  /** Opens people's own pages, as notification-service does. */
  protected static final PageSessions SESSIONS = PageSessions.start();

  private static final String DATABASE = "contacts-" + UUID.randomUUID().toString().substring(0, 8);

  @LocalServerPort private int port;
  @Autowired protected Ids ids;
  @Autowired protected com.mongodb.client.MongoDatabase database;
  @Autowired private TestTokens tokens;

  protected Api api;
  protected String organiser;
  protected String event;

  @DynamicPropertySource
  static void parts(DynamicPropertyRegistry properties) {
    PARTS.createAllTopics();
    properties.add("spring.kafka.bootstrap-servers", PARTS::kafka);
    properties.add("rapport.pages.keys-url", SESSIONS::keysUrl);
    properties.add("spring.mongodb.uri", () -> PARTS.mongo(DATABASE));
  }

  @BeforeEach
  void somebodyNew() {
    var name = UUID.randomUUID().toString().substring(0, 8);
    organiser = "organiser-" + name;
    event = "event-" + name;
    api = new Api(port, tokens.token("platform", null, null));
  }

  protected Api asOrganiser(String name) {
    return new Api(port, tokens.token("organiser", name, null));
  }

  /** Somebody who has opened their own pages. */
  protected Web pagesOf(String name, String locale) {
    return new Web(port, SESSIONS.cookie(personId(name), locale));
  }

  /** Somebody without a session. */
  protected Web anyone() {
    return new Web(port, null);
  }

  protected Api asPerson(String name) {
    return new Api(port, tokens.token("person", null, person(name)));
  }

  protected String person(String name) {
    return name + "@" + event;
  }

  protected UUID personId(String name) {
    return ids.of("person", person(name), 1);
  }

  protected UUID eventId() {
    return ids.of("event", organiser, event);
  }

  protected UUID meetingId(String one, String other) {
    var a = personId(one).toString();
    var b = personId(other).toString();
    return a.compareTo(b) < 0
        ? ids.of("meeting", eventId(), a, b)
        : ids.of("meeting", eventId(), b, a);
  }

  protected @Nullable Document meeting(String one, String other) {
    return database
        .getCollection("meetings")
        .find(new Document("_id", meetingId(one, other)))
        .first();
  }

  /** Announces the test's event. */
  protected void announce(Instant starts, Instant ends, String state) {
    TOPICS.say(
        "event-changed",
        eventId(),
        Map.of(
            "event",
            eventId(),
            "rev",
            1,
            "organiser",
            organiser,
            "externalId",
            event,
            "name",
            "Autumn Congress",
            "starts",
            starts.toString(),
            "ends",
            ends.toString(),
            "zone",
            "Europe/Vienna",
            "policy",
            Map.of("reportsUntil", "PT720H"),
            "state",
            state));
  }

  /** Announces that somebody attends it, with this badge. */
  protected void attends(String name, String badge, Instant from) {
    var attendance = ids.of("attendance", eventId(), personId(name));
    TOPICS.say(
        "attendance-changed",
        attendance,
        Map.of(
            "attendance",
            attendance,
            "event",
            eventId(),
            "person",
            personId(name),
            "rev",
            1,
            "badges",
            List.of(Map.of("code", badge, "from", from.toString())),
            "newcomer",
            false,
            "role",
            "attendee",
            "cancelled",
            false));
  }

  protected String reports() {
    return "/organisers/" + organiser + "/events/" + event + "/reports";
  }
}
