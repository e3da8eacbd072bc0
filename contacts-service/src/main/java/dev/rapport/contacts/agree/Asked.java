package dev.rapport.contacts.agree;

import dev.rapport.contacts.person.Consent;
import dev.rapport.contacts.person.Consent.About;
import dev.rapport.contacts.person.Consent.Purpose;
import dev.rapport.contacts.person.Person;
import dev.rapport.contacts.roster.Agenda;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a page asks a yes or a no for.
 *
 * @param about the event that it is for, or null for all
 * @param event how the event is called, with {@code about}
 */
record Asked(Purpose purpose, @Nullable About about, @Nullable String event) {

  /** What it is called in a form. */
  String key() {
    return about == null ? purpose.name() : purpose.name() + ":" + about.id();
  }

  /** The key of the sentence that is agreed to. */
  String wording() {
    var scope = about == null ? ".all" : ".event";
    return "agree." + purpose.name() + (purpose.perEvent() ? scope : "");
  }

  /** The word that counts, or null while nothing was said. */
  @Nullable Consent word(Person person) {
    return person.word(purpose, about == null ? null : about.id());
  }

  boolean isGiven(Person person) {
    var word = word(person);
    return word != null && word.given();
  }

  /**
   * All that is asked of a person: every purpose for all events, but writing in their name for each
   * event ahead; and whatever else they have said a word on.
   */
  static List<Asked> of(
      Person person, Collection<Agenda.Entry> ahead, Map<UUID, Agenda.Entry> named) {
    var asked = new ArrayList<Asked>();
    for (var purpose : Purpose.values()) {
      if (purpose != Purpose.writeInMyName || hasWordOnAll(person, purpose)) {
        asked.add(new Asked(purpose, null, null));
      }
      if (purpose == Purpose.writeInMyName) {
        ahead.forEach(entry -> asked.add(forEvent(purpose, entry)));
      }
    }
    person.latest().stream()
        .filter(word -> word.about() != null)
        .map(word -> named.get(Objects.requireNonNull(word.about()).id()) == null ? null : word)
        .filter(Objects::nonNull)
        .map(word -> forEvent(word.purpose(), named.get(word.matter().event())))
        .filter(one -> !asked.contains(one))
        .forEach(asked::add);
    asked.sort(Comparator.comparing(Asked::purpose));
    return List.copyOf(asked);
  }

  private static boolean hasWordOnAll(Person person, Purpose purpose) {
    return person.word(purpose, null) != null;
  }

  private static Asked forEvent(Purpose purpose, Agenda.@Nullable Entry entry) {
    var event = Objects.requireNonNull(entry);
    var about = new About(event.organiser(), event.externalId(), event.id());
    return new Asked(purpose, about, event.name());
  }
}
