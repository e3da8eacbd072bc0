package dev.rapport.system.player;

import static dev.rapport.system.ledger.Purpose.RECEIVE_INVITATIONS;
import static dev.rapport.system.ledger.Purpose.WRITE_IN_MY_NAME;

import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.ledger.Moment;
import dev.rapport.system.ledger.Purpose;
import dev.rapport.system.player.Attendee.Habit;
import dev.rapport.system.world.Answer;
import dev.rapport.system.world.Api;
import dev.rapport.system.world.EventTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes people, the event and attendances known, in bulk before and singly during the event. */
final class Registrar {

  private static final int LINES = 250;
  private static final Set<Integer> UNKNOWN = Set.of(404, 410);

  private final Api api;
  private final Ledger ledger;
  private final EventTime time;
  private final Map<String, String> erasures = new ConcurrentHashMap<>();
  private final Map<String, UUID> ids = new ConcurrentHashMap<>();

  Registrar(Api api, Ledger ledger, EventTime time) {
    this.api = api;
    this.ledger = ledger;
    this.time = time;
  }

  void people(List<Attendee> people) {
    for (List<Attendee> part : parts(people)) {
      Answer answer = api.people(part.stream().map(this::profile).toList()).orRefuse("Bulk people");
      JsonNode results = answer.json().path("results");
      for (int line = 0; line < part.size(); line++) {
        registered(part.get(line), answer.when(), results.path(line));
      }
    }
  }

  void event(String name, Instant starts, Instant ends, Script script) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", name);
    body.put("starts", starts.toString());
    body.put("ends", ends.toString());
    body.put("zone", script.zone().getId());
    body.put("sender", Map.of("name", name, "address", "hello@organiser.example"));
    body.put("policy", Map.of("wakingFrom", "09:00", "wakingTo", "20:00"));
    Answer answer = api.putEvent(body).orRefuse("PUT event");
    ledger.write(
        new Entry.Held(
            answer.when(),
            UUID.fromString(answer.json().path("id").asString()),
            starts,
            ends,
            script.zone(),
            LocalTime.of(9, 0),
            LocalTime.of(20, 0),
            Duration.ofDays(7),
            Duration.ofDays(1)));
  }

  void attendances(List<Attendee> people) {
    for (List<Attendee> part : parts(people)) {
      Answer answer =
          api.attendances(part.stream().map(a -> attendance(a.id(), a)).toList())
              .orRefuse("Bulk attendances");
      JsonNode results = answer.json().path("results");
      for (int line = 0; line < part.size(); line++) {
        Attendee attendee = part.get(line);
        if (good(results.path(line).path("status").asInt(), answer, "Attendance", attendee.id())) {
          attends(answer, attendee, badges(attendee));
        }
      }
    }
  }

  /** What those who plan want of the event. */
  void plans(List<Attendee> people) {
    List<Attendee> planners = people.stream().filter(a -> a.is(Habit.PLANS)).toList();
    for (List<Attendee> part : parts(planners)) {
      Answer answer = api.plans(part.stream().map(Registrar::plan).toList()).orRefuse("Bulk plans");
      JsonNode results = answer.json().path("results");
      for (int line = 0; line < part.size(); line++) {
        Attendee attendee = part.get(line);
        if (good(results.path(line).path("status").asInt(), answer, "Plan", attendee.id())) {
          ledger.write(new Entry.Planned(answer.when(), attendee.id()));
        }
      }
    }
  }

  private static Map<String, Object> plan(Attendee attendee) {
    Card card = attendee.card();
    return Map.of(
        "person",
        attendee.id(),
        "goals",
        Map.of(
            "peopleMet",
            3 + card.number() % 8,
            "newcomers",
            1,
            "topics",
            card.interests(),
            "virtualShare",
            10,
            "followUpsInTime",
            3),
        "seeks",
        card.seeks(),
        "offers",
        card.offers(),
        "openers",
        List.of("What brought you here?"));
  }

  /** A person's id, once they are registered. */
  @Nullable UUID id(String person) {
    return ids.get(person);
  }

  void arrive(Attendee attendee) {
    Map<String, Object> body = profile(attendee);
    body.remove("person");
    Answer answer = api.person(attendee.id(), body).orRefuse("PUT person");
    registered(attendee, answer.when(), answer);
    badge(attendee, attendee.badge());
  }

  /** The badge that is valid from now on; an earlier one becomes history. */
  void badge(Attendee attendee, String code) {
    Answer answer =
        api.attendance(
            attendee.id(),
            Map.of(
                "badges",
                List.of(code),
                "role",
                role(attendee),
                "newcomer",
                attendee.is(Habit.NEWCOMER)));
    if (good(answer.status(), answer, "PUT attendance", attendee.id())) {
      attends(answer, attendee, Set.of(code));
    }
  }

  private void attends(Answer answer, Attendee attendee, Set<String> codes) {
    ledger.write(new Entry.Attends(answer.when(), attendee.id(), codes));
    if (attendee.is(Habit.EXHIBITS)) {
      ledger.write(new Entry.Exhibits(answer.when(), attendee.id()));
    }
  }

  /** Who is not among their contacts, or not any more, cannot be noted about. */
  void note(Step.Note note) {
    UUID contact = ids.get(note.contact());
    if (contact == null) {
      return;
    }
    Answer answer = api.note(note.person(), contact, "We talked for long. " + note.mark());
    if (answer.ok()) {
      ledger.write(new Entry.Noted(answer.when(), note.person(), note.mark()));
    } else if (!UNKNOWN.contains(answer.status())) {
      good(answer.status(), answer, "PUT a note", note.person());
    }
  }

  void withdraw(String person, Purpose purpose) {
    Answer answer = api.consents(person, List.of(consent(purpose, false, "changed my mind")));
    if (good(answer.status(), answer, "POST consents", person)) {
      ledger.write(new Entry.Consented(answer.when(), person, purpose, false));
    }
  }

  /** A new address; what the person agreed to stays as it is. */
  void move(Attendee attendee) {
    Map<String, Object> body = profile(attendee);
    body.keySet().removeAll(Set.of("person", "consents"));
    Answer answer = api.person(attendee.id(), body);
    if (good(answer.status(), answer, "PUT person", attendee.id())) {
      ledger.write(new Entry.Moved(answer.when(), attendee.id(), attendee.email()));
    }
  }

  void erase(String person) {
    Answer answer = api.erase(person);
    if (good(answer.status(), answer, "DELETE person", person)) {
      ledger.write(new Entry.Erased(answer.when(), person));
      erasures.put(person, answer.json().path("erasure").asString());
    }
  }

  /** Whether every erasure is complete. */
  boolean forgotten() {
    return erasures.values().stream()
        .map(api::erasure)
        .allMatch(a -> a.ok() && a.json().path("state").asString("").equals("complete"));
  }

  private void registered(Attendee attendee, Moment when, Answer answer) {
    written(attendee, when, answer.json());
  }

  private void registered(Attendee attendee, Moment when, JsonNode line) {
    Answer answer = new Answer(line.path("status").asInt(), line.toString(), when, 1);
    if (good(answer.status(), answer, "Person", attendee.id())) {
      written(attendee, when, line);
    }
  }

  private void written(Attendee attendee, Moment when, JsonNode body) {
    UUID id = UUID.fromString(body.path("id").asString());
    ids.put(attendee.id(), id);
    ledger.write(new Entry.Registered(when, attendee.id(), id, attendee.email(), attendee.zone()));
    ledger.write(new Entry.Reachable(when, attendee.id(), attendee.card().shared()));
    yes(attendee)
        .forEach(
            (purpose, wording) ->
                ledger.write(new Entry.Consented(when, attendee.id(), purpose, true)));
  }

  private boolean good(int status, Answer answer, String call, String of) {
    if (status / 100 != 2) {
      ledger.write(new Entry.Refused(answer.when(), call + " of " + of, status, answer.text()));
    }
    return status / 100 == 2;
  }

  private Map<String, Object> profile(Attendee attendee) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("person", attendee.id());
    body.put("name", attendee.name());
    body.put("email", attendee.email());
    body.put("locale", attendee.locale());
    if (attendee.zone() != null) {
      body.put("zone", attendee.zone().getId());
    }
    body.putAll(attendee.card().body());
    List<Map<String, Object>> consents = new ArrayList<>();
    yes(attendee).forEach((purpose, wording) -> consents.add(consent(purpose, true, wording)));
    body.put("consents", consents);
    return body;
  }

  /** What somebody agrees to when they register, in the words that they were shown. */
  private static Map<Purpose, String> yes(Attendee attendee) {
    Map<Purpose, String> yes = new LinkedHashMap<>();
    if (attendee.writes()) {
      yes.put(WRITE_IN_MY_NAME, "You may write in my name");
    }
    if (attendee.receives()) {
      yes.put(RECEIVE_INVITATIONS, "I want to hear from people I met");
    }
    Stream.of(Purpose.values())
        .filter(p -> attendee.agrees().contains(p) && !attendee.is(Habit.ANSWERS_WELCOME))
        .forEach(purpose -> yes.put(purpose, "Yes: " + purpose.word()));
    return yes;
  }

  private Map<String, Object> consent(Purpose purpose, boolean given, String wording) {
    Map<String, Object> consent = new LinkedHashMap<>();
    consent.put("purpose", purpose.word());
    consent.put("given", given);
    consent.put("at", time.now().toString());
    consent.put("source", "registration form");
    consent.put("wording", wording);
    return consent;
  }

  private static Map<String, Object> attendance(String person, Attendee attendee) {
    return Map.of(
        "person",
        person,
        "badges",
        List.copyOf(badges(attendee)),
        "role",
        role(attendee),
        "newcomer",
        attendee.is(Habit.NEWCOMER));
  }

  private static String role(Attendee attendee) {
    return attendee.is(Habit.EXHIBITS) ? "exhibitor" : "attendee";
  }

  private static Set<String> badges(Attendee attendee) {
    return attendee.badgeAt() == null ? Set.of(attendee.badge()) : Set.of();
  }

  private static List<List<Attendee>> parts(List<Attendee> people) {
    List<List<Attendee>> parts = new ArrayList<>();
    for (int from = 0; from < people.size(); from += LINES) {
      parts.add(people.subList(from, Math.min(from + LINES, people.size())));
    }
    return parts;
  }
}
