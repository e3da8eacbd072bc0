package dev.rapport.browser;

import dev.rapport.local.Service;
import dev.rapport.local.Stack;
import dev.rapport.local.StackSettings;
import dev.rapport.local.mail.MailView;
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
import org.awaitility.Awaitility;

/**
 * The whole system on this machine, with a little conference that is over: three owners met each of
 * some readers, whose invites and lists have arrived. All tests of the JVM share it; each takes
 * readers of its own.
 */
final class Town {

  private static final String LABEL = "town";
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final List<String> OWNERS = List.of("Ada", "Chi", "Dan");

  /** Who gets invites; Jo reads German. */
  private static final List<String> READERS =
      List.of("Ben", "Eva", "Gus", "Ida", "Jo", "Kim", "Lea", "Mia");

  private final Stack stack =
      Stack.start(StackSettings.standard(System.out::println).withDay(Duration.ofSeconds(30)));
  private final World world = World.of(stack, Clock.systemUTC());
  private final Api api = new Api(world, new Web(world.time()), LABEL);

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
    meet();
    for (var reader : READERS) {
      awaitMail(reader, invite(reader));
    }
  }

  /** Where it can be looked at. */
  Place place() {
    return new Place(
        stack.origin(),
        stack.base(Service.EVENTS),
        stack.issuer().token(Map.of("scope", "platform")),
        "organiser-" + LABEL,
        "event-" + LABEL);
  }

  /** The API, for a test that needs more people or other words. */
  Api api() {
    return api;
  }

  /** A part of the subject of an invite, in its reader's language. */
  static String invite(String name) {
    return name.equals("Jo") ? "in Kontakt bleiben" : Sight.INVITE;
  }

  /** The words that find a person's mails on the reading page. */
  static String address(String name) {
    return name.toLowerCase(java.util.Locale.ROOT) + "@town.example";
  }

  /** Waits for a mail to somebody whose subject holds this. */
  void awaitMail(String name, String subject) {
    Awaitility.await("a mail to " + name + ": " + subject)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () ->
                stack.mail().since(0).stream()
                    .filter(mail -> mail.recipients().contains(address(name)))
                    .anyMatch(mail -> MailView.of(mail).header("Subject").contains(subject)));
  }

  private void meet() {
    var starts = world.time().now();
    var ends = starts.plus(Duration.ofHours(12));
    var names = new ArrayList<>(OWNERS);
    names.addAll(READERS);
    taken(api.people(names.stream().map(name -> person(name, starts)).toList()));
    api.putEvent(
            Map.of(
                "name", "Town Meeting",
                "starts", starts.toString(),
                "ends", ends.toString(),
                "zone", "UTC",
                "sender", Map.of("name", "Town Hall", "address", "hello@town.example")))
        .orRefuse("The event");
    taken(
        api.attendances(
            names.stream().<Map<String, Object>>map(name -> Map.of("person", id(name))).toList()));
    taken(api.reports(reports(starts)));
  }

  /** Every line of a bulk has an answer of its own. */
  private static void taken(Answer bulk) {
    for (var line : bulk.orRefuse("A bulk").json().path("results")) {
      if (line.path("status").asInt() / 100 != 2) {
        throw new IllegalStateException("A line was refused: " + line);
      }
    }
  }

  private static List<Map<String, Object>> reports(Instant at) {
    var reports = new ArrayList<Map<String, Object>>();
    for (var owner : OWNERS) {
      for (var reader : READERS) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("key", owner + "/" + reader);
        report.put("reporter", id(owner));
        report.put("contact", id(reader));
        report.put("how", "faceToFace");
        report.put("at", at.plusSeconds(60).toString());
        reports.add(report);
      }
    }
    return reports;
  }

  private static Map<String, Object> person(String name, Instant at) {
    Map<String, Object> person = new LinkedHashMap<>();
    person.put("person", id(name));
    person.put("name", name);
    person.put("email", address(name));
    person.put("locale", name.equals("Jo") ? "de" : "en");
    person.put("zone", "UTC");
    person.put(
        "consents", List.of(consent("writeInMyName", at), consent("receiveInvitations", at)));
    return person;
  }

  private static Map<String, Object> consent(String purpose, Instant at) {
    return Map.of(
        "purpose",
        purpose,
        "given",
        true,
        "at",
        at.toString(),
        "source",
        "registration form",
        "wording",
        "I agree");
  }

  private static String id(String name) {
    return LABEL + "-" + name;
  }
}
