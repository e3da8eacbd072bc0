package dev.rapport.browser;

import static dev.rapport.browser.Folk.id;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.rapport.local.Service;
import dev.rapport.local.Stack;
import dev.rapport.local.StackSettings;
import dev.rapport.local.mail.MailView;
import dev.rapport.system.ledger.Act;
import dev.rapport.system.world.Answer;
import dev.rapport.system.world.Api;
import dev.rapport.system.world.Web;
import dev.rapport.system.world.World;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/**
 * The whole system on this machine, with a little conference that is over, and a fair that is
 * ahead: owners met readers, whose invites and lists have arrived, and some have met {@link Folk}'s
 * friends. All tests of the JVM share it; each takes people of its own.
 */
final class Town {

  private static final Duration PATIENCE = Duration.ofMinutes(8);

  /** The fair is over after fifteen of these, and what is open after thirty: all tests fit in. */
  private static final Duration DAY = Duration.ofMinutes(1);

  /** A page may take longer on a busy machine than the five seconds that a browser's test waits. */
  private static final double PAGE_MILLIS = 30_000;

  private static final String FAIR = "fair";

  private final Stack stack = Stack.start(StackSettings.standard(System.out::println).withDay(DAY));
  private final World world = World.of(stack, Clock.systemUTC());
  private final Web web = new Web(world.time());
  private final Api api = new Api(world, web, Folk.LABEL);
  private final Api fair = new Api(world, web, FAIR);
  private final Map<String, UUID> ids = new LinkedHashMap<>();

  /**
   * Apart, because Awaitility looks from another thread, which a class in its making would stop.
   */
  private static final class Holder {
    static final Town IT = new Town();
  }

  /** The one of this JVM. */
  static Town it() {
    return Holder.IT;
  }

  private Town() {
    Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
    PlaywrightAssertions.setDefaultAssertionTimeout(PAGE_MILLIS);
    var now = world.time().now();
    register(now);
    meet(now);
    tend(now);
    for (var reader : Folk.READERS) {
      awaitMail(reader, invite(reader));
    }
    awaitMail(Folk.SHOWN, Sight.INVITE);
    accept(Folk.SHOWN);
    awaitMail(Folk.SHOWN, Sight.LIST);
    block(Folk.SHOWN, Folk.BLOCKED);
    awaitMail(Folk.BUSY, Sight.LIST);
    awaitMail(Folk.NEW, Sight.WELCOME);
  }

  /** Where the conference can be looked at. */
  Place place() {
    return place(Folk.LABEL);
  }

  /** Where the fair can be. */
  Place fair() {
    return place(FAIR);
  }

  private Place place(String label) {
    return new Place(
        stack.origin(),
        stack.base(Service.EVENTS),
        stack.issuer().token(Map.of("scope", "platform")),
        "organiser-" + label,
        "event-" + label,
        Folk.address(Folk.SHOWN));
  }

  /** A part of the subject of an invite, in its reader's language. */
  static String invite(String name) {
    return name.equals("Jo") ? "in Kontakt bleiben" : Sight.INVITE;
  }

  /** Waits for a mail to somebody whose subject holds this. */
  void awaitMail(String name, String subject) {
    Awaitility.await("a mail to " + name + ": " + subject)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () ->
                stack.mail().since(0).stream()
                    .filter(mail -> mail.recipients().contains(Folk.address(name)))
                    .anyMatch(mail -> MailView.of(mail).header("Subject").contains(subject)));
  }

  private void register(Instant now) {
    var names = Folk.all();
    var lines = taken(api.people(names.stream().map(name -> Folk.person(name, now)).toList()));
    for (var i = 0; i < names.size(); i++) {
      ids.put(names.get(i), UUID.fromString(lines.get(i).path("id").asString()));
    }
    event(api, "Town Meeting", now, Duration.ofHours(12));
    attend(api, names);
    var soon = now.plus(Duration.ofDays(13));
    event(fair, "Town Fair", soon, Duration.ofDays(2));
    attend(fair, List.of(Folk.SHOWN, Folk.BUSY, Folk.GERMAN, "Pia", "Tea", Folk.NEW));
    for (var at : List.of(api, fair)) {
      taken(at.plans(List.of(plan(Folk.SHOWN), plan(Folk.GERMAN))));
    }
  }

  private void event(Api at, String name, Instant starts, Duration length) {
    at.putEvent(
            Map.of(
                "name", name,
                "starts", starts.toString(),
                "ends", starts.plus(length).toString(),
                "zone", "UTC",
                "sender", Map.of("name", "Town Hall", "address", "hello@town.example"),
                // What is open stays open while the tests look at it.
                "policy", Map.of("followUpWithin", "P30D")))
        .orRefuse("The event");
  }

  private static void attend(Api at, List<String> names) {
    taken(
        at.attendances(
            names.stream().<Map<String, Object>>map(name -> Map.of("person", id(name))).toList()));
  }

  private static Map<String, Object> plan(String name) {
    return Map.of(
        "person", id(name),
        "goals",
            Map.of(
                "peopleMet", 5,
                "newcomers", 1,
                "topics", List.of("open data"),
                "virtualShare", 10,
                "followUpsInTime", 3),
        "seeks", List.of("translation"),
        "offers", List.of("teaching"),
        "openers", List.of("What brought you here?"));
  }

  private void meet(Instant now) {
    var reports = new ArrayList<Map<String, Object>>();
    for (var owner : Folk.OWNERS) {
      Folk.READERS.forEach(reader -> reports.add(report(owner, reader, "faceToFace", now)));
    }
    for (var one : List.of(Folk.SHOWN, Folk.BUSY, Folk.GERMAN)) {
      for (var friend : Folk.FRIENDS) {
        if (one.equals(Folk.SHOWN) && friend.equals("Olu")) {
          continue; // Olu alone says so, and invites her.
        }
        reports.add(report(one, friend, friend.equals("Sam") ? "virtual" : "faceToFace", now));
      }
    }
    reports.add(report("Olu", Folk.SHOWN, "faceToFace", now));
    reports.add(report("Pia", Folk.SHOWN, "faceToFace", now));
    reports.add(report(Folk.SHOWN, Folk.BLOCKED, "faceToFace", now));
    taken(api.reports(reports));
    taken(api.sensed(List.of(near(Folk.SHOWN, now), near(Folk.BUSY, now))));
  }

  private static Map<String, Object> near(String name, Instant starts) {
    return Map.of(
        "person", id(name),
        "other", id(Folk.NEAR),
        "from", starts.plusSeconds(60).toString(),
        "to", starts.plusSeconds(360).toString());
  }

  private static Map<String, Object> report(String from, String to, String how, Instant starts) {
    return Map.of(
        "key", from + "/" + to,
        "reporter", id(from),
        "contact", id(to),
        "how", how,
        "at", starts.plusSeconds(60).toString());
  }

  /** What Uma does with those whom she met; each must have reached the service that is asked. */
  private void tend(Instant now) {
    var shown = id(Folk.SHOWN);
    var at = now.plusSeconds(120);
    var tea = known("Tea");
    taken(() -> api.note(shown, known("Pia"), "Maps bus stops. Send the paper.", List.of("maps")));
    taken(() -> api.note(shown, tea, "Asked for a review; owes me none.", List.of("friends")));
    taken(() -> api.interaction(shown, tea, "ask/1", at, "message", "ask"));
    taken(() -> api.interaction(shown, tea, "ask/2", at.plusSeconds(60), "message", "ask"));
    taken(() -> api.cadence(shown, tea, 1));
  }

  private UUID known(String name) {
    var id = ids.get(name);
    if (id == null) {
      throw new IllegalStateException("Nobody is called " + name);
    }
    return id;
  }

  /** Says yes on the page behind the invite that somebody got. */
  private void accept(String name) {
    var invite =
        world.mail().since(0).stream()
            .filter(letter -> letter.recipients().contains(Folk.address(name)))
            .filter(letter -> letter.purpose().equals("invite"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("No invite to " + name));
    var page = Objects.requireNonNull(invite.link());
    for (var item : invite.items()) {
      web.form(page, "item=" + item + "&act=accept").orRefuse("An answer");
    }
  }

  private void block(String name, String contact) {
    for (var item : api.due(id(name)).orRefuse("What is due").json().path("items")) {
      if (item.path("name").asString("").equals(contact)) {
        var followUp = UUID.fromString(item.path("id").asString());
        api.act(id(name), followUp, Act.BLOCK).orRefuse("A block");
      }
    }
  }

  /** Every line of a bulk has an answer of its own. */
  private static List<JsonNode> taken(Answer bulk) {
    var lines = new ArrayList<JsonNode>();
    for (var line : bulk.orRefuse("A bulk").json().path("results")) {
      if (line.path("status").asInt() / 100 != 2) {
        throw new IllegalStateException("A line was refused: " + line);
      }
      lines.add(line);
    }
    return lines;
  }

  private static void taken(Supplier<Answer> call) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(250))
        .until(() -> call.get().ok());
  }
}
