package dev.rapport.contacts.agree;

import dev.rapport.contacts.person.Consent;
import dev.rapport.contacts.person.Known;
import dev.rapport.contacts.person.Person;
import dev.rapport.contacts.roster.Agenda;
import dev.rapport.messaging.EventClock;
import dev.rapport.pages.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Takes what people say on their pages: a word for each answer that differs from what counts. */
@Service
class Agreeing {

  private final Known known;
  private final Agenda agenda;
  private final EventClock clock;

  Agreeing(Known known, Agenda agenda, EventClock clock) {
    this.known = known;
    this.agenda = agenda;
    this.clock = clock;
  }

  /** Returns a registered person; others are answered with a page. */
  Person person(UUID id) {
    var person = known.find(id);
    if (person == null) {
      throw known.isErased(id) ? Refusal.gone() : Refusal.notFound();
    }
    return person;
  }

  /** Returns all that can be asked of them. */
  List<Asked> asked(Person person) {
    var words =
        person.latest().stream()
            .map(word -> word.matter().event())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return Asked.of(person, agenda.ahead(person.id(), clock.now()), agenda.of(words));
  }

  /**
   * Saves a form.
   *
   * @param wording the sentence that each was shown as
   */
  Person save(Person person, Form form, String source, Function<Asked, String> wording) {
    var now = clock.now().truncatedTo(ChronoUnit.MILLIS);
    var said = new ArrayList<Consent>();
    // What is said about all events goes first, and may be the answer about one of them by then.
    for (var forAll : List.of(true, false)) {
      for (var asked : asked(person)) {
        var given = form.agreed().contains(asked.key());
        if (forAll == (asked.about() == null)
            && form.shown().contains(asked.key())
            && given != asked.isGiven(person.hearing(said))) {
          said.add(word(asked, given, at(asked, said, now), source, wording.apply(asked)));
        }
      }
    }
    return known.hear(person, form.card(), form.wishes(), said);
  }

  private static Consent word(
      Asked asked, boolean given, Instant at, String source, String wording) {
    return new Consent(asked.purpose(), asked.about(), given, at, at, source, wording);
  }

  /** A word about one event comes after that about all of them: of one moment the no would win. */
  private static Instant at(Asked asked, Collection<Consent> said, Instant now) {
    var follows =
        said.stream().anyMatch(word -> word.purpose() == asked.purpose() && word.about() == null);
    return follows ? now.plusMillis(1) : now;
  }
}
