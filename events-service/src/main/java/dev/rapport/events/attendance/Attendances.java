package dev.rapport.events.attendance;

import dev.rapport.access.Problem;
import dev.rapport.events.event.Event;
import dev.rapport.events.lines.Outcome;
import dev.rapport.events.lines.Revisions.Rule;
import dev.rapport.events.lines.Revisions.Step;
import dev.rapport.events.person.Holder;
import dev.rapport.events.person.People;
import dev.rapport.events.person.People.Person;
import dev.rapport.messaging.EventClock;
import dev.rapport.messaging.Ids;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.Publisher;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What can be done with attendances: by the platform, and by the erasure of a person. */
@Component
class Attendances {

  /** What is said about one person. */
  record Registration(String externalId, Attendance.Said said) {}

  private final AttendanceStore store;
  private final People people;
  private final List<Holder> holders;
  private final Publisher publisher;
  private final Ids ids;
  private final EventClock clock;
  private final MachineClock machine;

  Attendances(
      AttendanceStore store,
      People people,
      List<Holder> holders,
      Publisher publisher,
      Ids ids,
      EventClock clock,
      MachineClock machine) {
    this.store = store;
    this.people = people;
    this.holders = List.copyOf(holders);
    this.publisher = publisher;
    this.ids = ids;
    this.clock = clock;
    this.machine = machine;
  }

  /** Registers or revises many; a badge taken by one of them is refused to the next. */
  List<Outcome<Attendance>> register(Event.Id event, List<Registration> registrations) {
    var now = now();
    var externalIds = registrations.stream().map(Registration::externalId).toList();
    var found = people.find(externalIds);
    var rule =
        new Rule<Outcome<Attendance>>() {
          @Override
          public Step<Outcome<Attendance>> decide(int line, @Nullable Document current) {
            var registration = registrations.get(line);
            return Attendances.this.decide(
                event, person(found, registration.externalId()), registration, current, now);
          }

          @Override
          public Outcome<Attendance> taken(int line) {
            return new Outcome.Refused<>(badgeTaken());
          }
        };
    var outcomes =
        store.change(
            externalIds.stream()
                .map(externalId -> attendance(event, person(found, externalId)))
                .toList(),
            rule);
    return withoutTheErased(externalIds, outcomes);
  }

  private Step<Outcome<Attendance>> decide(
      Event.Id event,
      Person person,
      Registration registration,
      @Nullable Document current,
      Instant now) {
    if (person.erased() || (current != null && AttendanceDocuments.erased(current))) {
      return Step.unchanged(new Outcome.Refused<>(erased()));
    }
    if (current == null) {
      var attendance =
          Attendance.registered(
              attendance(event, person),
              event,
              person.id(),
              registration.externalId(),
              registration.said(),
              now);
      return Step.insert(store.pending(attendance), new Outcome.Done<>(attendance, true));
    }
    var before = AttendanceDocuments.read(current);
    return step(before, before.revised(registration.said(), now));
  }

  private Step<Outcome<Attendance>> step(Attendance before, Attendance after) {
    var done = new Outcome.Done<>(after, false);
    return after == before
        ? Step.unchanged(done)
        : Step.replace(AttendanceDocuments.asRead(before), store.pending(after), done);
  }

  /** Whoever was erased while their attendance was written is erased here too. */
  private List<Outcome<Attendance>> withoutTheErased(
      List<String> externalIds, List<Outcome<Attendance>> outcomes) {
    var found = people.find(externalIds);
    var late = new ArrayList<UUID>();
    var checked = new ArrayList<Outcome<Attendance>>();
    for (var line = 0; line < outcomes.size(); line++) {
      var person = person(found, externalIds.get(line));
      if (person.erased()) {
        late.add(person.id());
        checked.add(new Outcome.Refused<>(erased()));
      } else {
        checked.add(outcomes.get(line));
      }
    }
    if (!late.isEmpty()) {
      store.erase(late);
    }
    return checked;
  }

  Attendance get(Event.Id event, String externalId) {
    return store.find(attendance(event, known(externalId))).orElseThrow(Attendances::unknown);
  }

  Attendance cancel(Event.Id event, String externalId) {
    var now = now();
    return store
        .<Outcome<Attendance>>change(
            List.of(attendance(event, known(externalId))),
            (line, current) -> {
              if (current == null) {
                return Step.unchanged(new Outcome.Refused<>(unknown()));
              }
              if (AttendanceDocuments.erased(current)) {
                return Step.unchanged(new Outcome.Refused<>(erased()));
              }
              var before = AttendanceDocuments.read(current);
              return step(before, before.cancel(now));
            })
        .getFirst()
        .orThrow()
        .value();
  }

  /** Erases people from all there is here, and says so once that is done and acknowledged. */
  void erase(Map<UUID, Long> revs) {
    var erased = people.erase(revs, machine.now().truncatedTo(ChronoUnit.MILLIS));
    holders.forEach(holder -> holder.erase(revs.keySet()));
    publisher.send(erased.stream().map(PersonErased::of).toList());
  }

  private Person known(String externalId) {
    var person = person(people.find(List.of(externalId)), externalId);
    if (person.erased()) {
      throw erased();
    }
    return person;
  }

  private static Person person(Map<String, Person> found, String externalId) {
    return Objects.requireNonNull(found.get(externalId));
  }

  private Attendance.Id attendance(Event.Id event, Person person) {
    return Attendance.Id.of(ids, event, person.id());
  }

  private Instant now() {
    return clock.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Problem unknown() {
    return Problem.notFound("attendance of this person at this event");
  }

  private static Problem erased() {
    return People.gone();
  }

  private static Problem badgeTaken() {
    return new Problem(
        HttpStatus.CONFLICT,
        "badge-taken",
        "One of the badges is in use by another person at this event; take it from them first, or print another.");
  }
}
