package dev.rapport.contacts.contact;

import dev.rapport.contacts.meeting.Blocks;
import dev.rapport.contacts.meeting.ContactMet;
import dev.rapport.contacts.meeting.Pair;
import dev.rapport.contacts.person.Card;
import dev.rapport.contacts.person.Consent.Purpose;
import dev.rapport.contacts.person.Known;
import dev.rapport.contacts.person.Names;
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
 * addresses once both want to stay in touch, as far as they share them, and not across a block. Of
 * an old friend the owner has all that they noted themselves.
 */
@Service
public class ContactBook {

  private final Contacts contacts;
  private final Known known;
  private final Names names;
  private final Agenda agenda;
  private final Blocks blocks;

  ContactBook(Contacts contacts, Known known, Names names, Agenda agenda, Blocks blocks) {
    this.contacts = contacts;
    this.known = known;
    this.names = names;
    this.agenda = agenda;
    this.blocks = blocks;
  }

  /** Somebody in the list, before it is looked up what they share. */
  record Found(Contact contact, String name) {

    private static final Comparator<Found> LATEST_FIRST =
        Comparator.comparing(
                (Found found) -> found.contact().lastMet(),
                Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(Found::name)
            .thenComparing(found -> found.contact().contact());
  }

  /**
   * Somebody whom the owner met, or an old friend.
   *
   * @param notes the owner's own, as {@code tags}
   * @param met at events, the latest first
   * @param lastMet the latest of all, also outside any event; null of a friend
   * @param connected whether both want to stay in touch
   * @param friend whether only the owner knows them
   * @param email what they share, as {@code card}
   */
  public record Entry(
      UUID contact,
      String name,
      @Nullable String notes,
      List<String> tags,
      List<Met> met,
      @Nullable Instant lastMet,
      boolean connected,
      boolean friend,
      @Nullable String email,
      Card card) {}

  /**
   * A meeting at an event.
   *
   * @param event null while the event is not known here
   */
  public record Met(Agenda.@Nullable Entry event, Instant last, ContactMet.How how) {}

  /** Returns all that are registered, whom the owner met last first, then old friends. */
  public List<Entry> of(UUID owner) {
    return open(owner, list(owner));
  }

  /** The same as a list, cheap enough to choose from: an owner may have thousands. */
  List<Found> list(UUID owner) {
    var all = contacts.of(owner);
    var called = names.of(all.stream().map(Contact::contact).toList());
    return all.stream()
        .filter(contact -> called.containsKey(contact.contact()))
        .map(one -> new Found(one, Objects.requireNonNull(called.get(one.contact()))))
        .sorted(Found.LATEST_FIRST)
        .toList();
  }

  /** Returns the events at which the owner met these, by id; those that are known here. */
  Map<UUID, Agenda.Entry> events(List<Found> some) {
    return agenda.of(
        some.stream()
            .flatMap(found -> found.contact().met().stream())
            .map(Contact.Met::event)
            .collect(Collectors.toSet()));
  }

  /** Looks up what these let the owner have, in their order. */
  List<Entry> open(UUID owner, List<Found> some) {
    var people = known.of(some.stream().map(found -> found.contact().contact()).toList());
    var events = events(some);
    var parted =
        blocks.among(
            some.stream()
                .map(Found::contact)
                .filter(Contact::connected)
                .map(contact -> Pair.of(owner, contact.contact()))
                .toList());
    return some.stream()
        .map(Found::contact)
        .filter(contact -> people.containsKey(contact.contact()))
        .map(contact -> entry(owner, contact, people, events, parted))
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
    var knownTo = person.knownTo();
    var own = knownTo != null && knownTo.owner().equals(owner);
    var open = contact.connected() && !parted.contains(Pair.of(owner, contact.contact()));
    return new Entry(
        contact.contact(),
        profile.name(),
        contact.notes(),
        contact.tags(),
        contact.met().stream()
            .map(met -> new Met(events.get(met.event()), met.lastMet(), met.how()))
            .toList(),
        contact.lastMet(),
        contact.connected(),
        own,
        own || (open && person.agreesTo(Purpose.shareEmail)) ? profile.email() : null,
        profile
            .card()
            .shown(
                own || (open && person.agreesTo(Purpose.sharePhone)),
                own || (open && person.agreesTo(Purpose.shareProfiles))));
  }
}
