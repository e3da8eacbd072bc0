package dev.rapport.contacts.person;

import dev.rapport.access.Bulk;
import dev.rapport.access.Problem;
import dev.rapport.contacts.person.ConsentBodies.ConsentsBody;
import dev.rapport.contacts.person.PersonBodies.PersonBody;
import dev.rapport.contacts.person.PersonBodies.PersonLine;
import dev.rapport.contacts.person.PersonBodies.PersonView;
import dev.rapport.contacts.person.Registration.Outcome;
import dev.rapport.messaging.EventClock;
import dev.rapport.messaging.Ids;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Registers people, one or many, and answers when the other services can know of it. */
@Service
class Registering {

  /** The clocks of platforms run ahead a little. */
  private static final Duration AHEAD = Duration.ofMinutes(10);

  private final Ids ids;
  private final EventClock clock;
  private final People people;
  private final Seats seats;
  private final Announcing announcing;
  private final Bulk bulk;

  Registering(
      Ids ids, EventClock clock, People people, Seats seats, Announcing announcing, Bulk bulk) {
    this.ids = ids;
    this.clock = clock;
    this.people = people;
    this.seats = seats;
    this.announcing = announcing;
    this.bulk = bulk;
  }

  Outcome.Done one(String externalId, PersonBody body) {
    var outcome =
        people.register(List.of(cameIn(body.read(ids, externalId))), clock.now()).get(externalId);
    return announced(Objects.requireNonNull(outcome).orThrow());
  }

  Person hear(String externalId, List<Consent> said) {
    var person = people.hear(externalId, said);
    announcing.now(List.of(person.id()));
    return person;
  }

  PersonView hear(String externalId, ConsentsBody body) {
    return PersonView.of(hear(externalId, cameIn(body.read(ids))));
  }

  PersonView get(String externalId) {
    return PersonView.of(people.get(externalId));
  }

  /**
   * Registers many. Unlike a single registration it opens no new generation: an old import that is
   * repeated must not bring back who was erased since.
   */
  Bulk.Results<PersonView> many(@Nullable List<JsonNode> nodes) {
    var lines = bulk.read(nodes, "people", PersonLine.class);
    var registrations = new ArrayList<Bulk.Line<Registration>>(lines.size());
    for (var line : lines) {
      registrations.add(read(line));
    }
    var refused = refuseErased(registrations);
    var good = refused.stream().map(Bulk.Line::value).filter(Objects::nonNull).toList();
    var outcomes = people.register(good, clock.now());
    announcing.now(
        outcomes.values().stream()
            .filter(outcome -> outcome instanceof Outcome.Done)
            .map(outcome -> outcome.orThrow().person().id())
            .toList());
    var firsts = new java.util.HashSet<UUID>();
    return bulk.each(
        refused,
        registration -> {
          var one = Objects.requireNonNull(outcomes.get(registration.externalId())).orThrow();
          var created = one.created() && firsts.add(one.person().id());
          return new Bulk.Answer<>(created ? 201 : 200, PersonView.of(one.person()));
        });
  }

  /**
   * The newest word wins, so one from the future would outlast every withdrawal until then: far
   * ahead it is refused, a little ahead it counts from now.
   */
  private List<Consent> cameIn(List<Consent> consents) {
    var now = clock.now().truncatedTo(ChronoUnit.MILLIS);
    for (var consent : consents) {
      if (consent.at().isAfter(now.plus(AHEAD))) {
        throw Problem.field(
            "consents.at", "is " + consent.at() + ", in the future", "when it was said");
      }
    }
    return consents.stream().map(consent -> consent.cameIn(now)).toList();
  }

  private Registration cameIn(Registration registration) {
    return new Registration(
        registration.externalId(), registration.profile(), cameIn(registration.consents()));
  }

  private Outcome.Done announced(Outcome.Done done) {
    announcing.now(List.of(done.person().id()));
    return done;
  }

  private Bulk.Line<Registration> read(Bulk.Line<PersonLine> line) {
    var body = line.value();
    if (body == null) {
      return new Bulk.Line<>(line.number(), null, line.problem());
    }
    try {
      return new Bulk.Line<>(line.number(), cameIn(body.read(ids)), null);
    } catch (Problem e) {
      return new Bulk.Line<>(line.number(), null, e);
    }
  }

  private List<Bulk.Line<Registration>> refuseErased(List<Bulk.Line<Registration>> lines) {
    var named =
        lines.stream()
            .map(Bulk.Line::value)
            .filter(Objects::nonNull)
            .map(Registration::externalId)
            .distinct()
            .toList();
    var found = seats.of(named);
    return lines.stream()
        .map(
            line -> {
              var one = line.value();
              return one != null && Objects.requireNonNull(found.get(one.externalId())).erased()
                  ? new Bulk.Line<Registration>(line.number(), null, Refusals.erased())
                  : line;
            })
        .toList();
  }
}
