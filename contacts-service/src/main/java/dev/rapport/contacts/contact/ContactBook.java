package dev.rapport.contacts.contact;

import dev.rapport.contacts.meeting.Blocks;
import dev.rapport.contacts.meeting.ContactMet;
import dev.rapport.contacts.meeting.Pair;
import dev.rapport.contacts.person.Card;
import dev.rapport.contacts.person.Consent.Purpose;
import dev.rapport.contacts.person.Known;
import dev.rapport.contacts.person.Person;
import dev.rapport.contacts.roster.Agenda;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * An owner's contacts over all events, with what each of them lets the owner have: the name always;
 * addresses once both want to stay in touch, as far as they share them, and not across a block.
 */
@Service
public class ContactBook {

  private final Contacts contacts;
  private final Known known;
  private final Agenda agenda;
  private final Blocks blocks;

  ContactBook(Contacts contacts, Known known, Agenda agenda, Blocks blocks) {
    this.contacts = contacts;
    this.known = known;
    this.agenda = agenda;
    this.blocks = blocks;
  }

  /**
   * Somebody whom the owner met.
   *
   * @param notes the owner's own, as {@code tags}
   * @param met at events, the latest first
   * @param lastMet the latest of all, also outside any event
   * @param connected whether both want to stay in touch
   * @param email what they share, as {@code card}
   */
  public record Entry(
      UUID contact,
      String name,
      @Nullable String notes,
      List<String> tags,
      List<Met> met,
      Instant lastMet,
      boolean connected,
      @Nullable String email,
      Card card) {}

  /**
   * A meeting at an event.
   *
   * @param event null while the event is not known here
   */
  public record Met(Agenda.@Nullable Entry event, Instant last, ContactMet.How how) {}

  /** Returns all that are registered, whom the owner met last first. */
  public List<Entry> of(UUID owner) {
    var found = contacts.of(owner);
    var people = known.of(found.stream().map(Contact::contact).toList());
    var events =
        agenda.of(
            found.stream()
                .flatMap(contact -> contact.met().stream())
                .map(Contact.Met::event)
                .collect(Collectors.toSet()));
    var parted =
        blocks.among(
            found.stream()
                .filter(Contact::connected)
                .map(contact -> Pair.of(owner, contact.contact()))
                .toList());
    return found.stream()
        .filter(contact -> people.containsKey(contact.contact()))
        .map(contact -> entry(owner, contact, people, events, parted))
        .sorted(Comparator.comparing(Entry::lastMet).reversed().thenComparing(Entry::contact))
        .toList();
  }

  private static Entry entry(
      UUID owner,
      Contact contact,
      Map<UUID, Person> people,
      Map<UUID, Agenda.Entry> events,
      Set<Pair> parted) {
    var person = Objects.requireNonNull(people.get(contact.contact()));
    var profile = person.profile();
    var open = contact.connected() && !parted.contains(Pair.of(owner, contact.contact()));
    return new Entry(
        contact.contact(),
        profile.name(),
        contact.notes(),
        contact.tags(),
        contact.met().stream()
            .map(met -> new Met(events.get(met.event()), met.lastMet(), met.how()))
            .toList(),
        lastMet(contact),
        contact.connected(),
        open && person.agreesTo(Purpose.shareEmail) ? profile.email() : null,
        profile
            .card()
            .shown(
                open && person.agreesTo(Purpose.sharePhone),
                open && person.agreesTo(Purpose.shareProfiles)));
  }

  private static Instant lastMet(Contact contact) {
    var outside = contact.metOutside();
    var atEvents = contact.met().isEmpty() ? Instant.EPOCH : contact.met().getFirst().lastMet();
    return outside != null && outside.isAfter(atEvents) ? outside : atEvents;
  }
}
