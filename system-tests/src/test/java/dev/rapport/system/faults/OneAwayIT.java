package dev.rapport.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.local.Service;
import dev.rapport.system.world.Answer;
import dev.rapport.system.world.Api;
import dev.rapport.system.world.Web;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** While any one service is away, the others show their pages and take what people say. */
class OneAwayIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Running running = new Running(Duration.ofSeconds(30));
  private final Web web = new Web(running.world.time());
  private final Api api = new Api(running.world, web, "away");
  private final Instant starts = running.world.time().now();
  private int reports;

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void the_other_three_go_on_and_nothing_that_was_taken_is_lost() {
    UUID ben = meet();
    String cookie = session();
    for (Service away : Service.values()) {
      running.stack.kill(away);
      doors(cookie, ben)
          .forEach(
              (service, calls) -> {
                if (service != away) {
                  calls.forEach(call -> taken(service + " without " + away, call.get()));
                }
              });
      running.stack.start(away);
    }
    doors(cookie, ben)
        .forEach((service, calls) -> calls.forEach(call -> taken(service + "", call.get())));
    // Each time Ana reported to have met somebody, while somebody was away or not.
    await()
        .alias("a follow-up for each report that was taken, and the plan to know of it")
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(followUps()).isEqualTo(2L * (reports + 1));
              assertThat(met()).isEqualTo(reports + 1);
            });
  }

  private Map<Service, List<Supplier<Answer>>> doors(String cookie, UUID ben) {
    return Map.of(
        Service.CONTACTS,
        List.of(
            () -> page("/my/contacts", cookie),
            () -> api.reports(mutual("late-" + reports++)),
            () -> api.note(id("ana"), ben, "We talked for long.")),
        Service.EVENTS,
        List.of(() -> page("/my/plan", cookie), () -> api.plans(List.of(plan())), api::insight),
        Service.FOLLOWUP,
        List.of(
            () -> page("/my/follow-ups", cookie),
            () -> page("/my/follow-ups/ties", cookie),
            () -> api.cadence(id("ana"), ben, 30)),
        Service.NOTIFICATION,
        List.of(() -> page("/my/channels", cookie), () -> api.pageLink(id("ana"))));
  }

  private Answer page(String path, String cookie) {
    return web.page(running.world.origin().resolve(path), cookie);
  }

  private static void taken(String what, Answer answer) {
    assertThat(answer.ok()).as("%s: %d %s", what, answer.status(), answer.text()).isTrue();
  }

  /** Ana and Ben have met, and it is known to all; answers Ben's id. */
  private UUID meet() {
    List<String> people =
        Stream.concat(
                Stream.of("ana", "ben"),
                Stream.iterate(0, i -> i < 9, i -> i + 1).map(i -> "late-" + i))
            .toList();
    Answer registered = api.people(people.stream().map(this::person).toList());
    taken("people", registered);
    UUID ben = UUID.fromString(registered.json().path("results").path(1).path("id").asString());
    taken(
        "event",
        api.putEvent(
            Map.of(
                "name", "A meeting",
                "starts", starts.toString(),
                "ends", starts.plus(Duration.ofDays(20)).toString(),
                "zone", "UTC",
                "sender", Map.of("name", "Us", "address", "us@here.example"))));
    taken(
        "attendances",
        api.attendances(
            people.stream().map(p -> Map.<String, Object>of("person", id(p))).toList()));
    taken("plan", api.plans(List.of(plan())));
    taken("reports", api.reports(mutual("ben")));
    await()
        .alias("the meeting to be known to all")
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(followUps()).isEqualTo(2);
              assertThat(met()).isEqualTo(1);
              assertThat(api.cadence(id("ana"), ben, 30).ok()).isTrue();
              assertThat(api.note(id("ana"), ben, "Hello.").ok()).isTrue();
            });
    return ben;
  }

  private long followUps() {
    return api.followUps(null).json().path("items").size();
  }

  /** A session whose keys every service has by then. */
  private String session() {
    String url = api.pageLink(id("ana")).json().path("url").asString();
    String cookie = web.cookieBehind(URI.create(url));
    for (String path : List.of("/my/contacts", "/my/plan", "/my/follow-ups")) {
      taken(path, page(path, cookie));
    }
    return cookie;
  }

  private int met() {
    return api.plan(id("ana")).json().path("met").asInt();
  }

  private List<Map<String, Object>> mutual(String contact) {
    return List.of(report("ana", contact), report(contact, "ana"));
  }

  private Map<String, Object> report(String reporter, String contact) {
    return Map.of(
        "key", reporter + "-" + contact,
        "reporter", id(reporter),
        "contact", id(contact),
        "how", "faceToFace",
        "at", starts.plusSeconds(60).toString());
  }

  private Map<String, Object> plan() {
    return Map.of("person", id("ana"), "goals", Map.of("peopleMet", 5));
  }

  private Map<String, Object> person(String name) {
    return Map.of(
        "person",
        id(name),
        "name",
        name,
        "email",
        id(name) + "@people.example",
        "consents",
        List.of());
  }

  private static String id(String name) {
    return "away-" + name;
  }
}
