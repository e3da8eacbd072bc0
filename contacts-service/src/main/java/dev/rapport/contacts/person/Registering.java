package dev.rapport.contacts.person;

import dev.rapport.access.Bulk;
import dev.rapport.access.Problem;
import dev.rapport.contacts.person.PersonBodies.ConsentsBody;
import dev.rapport.contacts.person.PersonBodies.PersonBody;
import dev.rapport.contacts.person.PersonBodies.PersonLine;
import dev.rapport.contacts.person.PersonBodies.PersonView;
import dev.rapport.messaging.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Registers people, one or many, and answers when the other services can know of it. */
@Service
class Registering {

  private final Ids ids;
  private final People people;
  private final Seats seats;
  private final Announcing announcing;
  private final Bulk bulk;

  Registering(Ids ids, People people, Seats seats, Announcing announcing, Bulk bulk) {
    this.ids = ids;
    this.people = people;
    this.seats = seats;
    this.announcing = announcing;
    this.bulk = bulk;
  }

  Registration.Done one(String externalId, PersonBody body) {
    var done = people.register(List.of(body.read(ids, externalId))).get(externalId);
    return announced(Objects.requireNonNull(done));
  }

  Person hear(String externalId, List<Consent> said) {
    var person = people.hear(externalId, said);
    announcing.now(List.of(person.id()));
    return person;
  }

  PersonView hear(String externalId, ConsentsBody body) {
    return PersonView.of(hear(externalId, body.read(ids)));
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
    Map<String, Registration.Done> done = people.register(good);
    announcing.now(done.values().stream().map(d -> d.person().id()).distinct().toList());
    var firsts = new java.util.HashSet<UUID>();
    return bulk.each(
        refused,
        registration -> {
          var one = Objects.requireNonNull(done.get(registration.externalId()));
          var created = one.created() && firsts.add(one.person().id());
          return new Bulk.Answer<>(created ? 201 : 200, PersonView.of(one.person()));
        });
  }

  private Registration.Done announced(Registration.Done done) {
    announcing.now(List.of(done.person().id()));
    return done;
  }

  private Bulk.Line<Registration> read(Bulk.Line<PersonLine> line) {
    var body = line.value();
    if (body == null) {
      return new Bulk.Line<>(line.number(), null, line.problem());
    }
    try {
      return new Bulk.Line<>(line.number(), body.read(ids), null);
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
