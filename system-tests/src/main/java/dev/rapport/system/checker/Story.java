package dev.rapport.system.checker;

import dev.rapport.system.checker.FollowUpSeen.Direction;
import dev.rapport.system.ledger.Act;
import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.ledger.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ledger, read once: people, who met whom, who acted on what. */
final class Story {

  final Entry.Held event;

  /** The longest stretch of event time in which some part was down. */
  final Duration outage;

  /** How long a word may take to reach everybody (event time). */
  final Duration lag;

  /** So many people whom one alone reports are written to by themselves a day, at first. */
  private static final long ALLOWANCE = 50;

  private final Outages outages;
  private final Map<String, PersonStory> people = new LinkedHashMap<>();
  private final Map<UUID, PersonStory> byId = new HashMap<>();
  private final Map<String, PersonStory> byAddress = new HashMap<>();
  private final Map<String, Entry.Attends> badges = new HashMap<>();
  private final Map<Set<String>, MeetingStory> meetings = new LinkedHashMap<>();
  private final Map<String, Long> oneSided = new HashMap<>();
  private final Map<PersonStory, List<MeetingStory>> meetingsOf = new HashMap<>();
  private final Map<UUID, String> connectors = new HashMap<>();
  private final List<Entry.Sending> sendings;
  private final Map<UUID, List<Entry.Acted>> acts;
  private final Map<UUID, FollowUpSeen> followUps = new HashMap<>();
  private final Map<Direction, List<FollowUpSeen>> byDirection;

  /**
   * @param seen needed for what an act is about: it names a follow-up, and the ledger knows people
   */
  Story(Ledger ledger, Observation seen) {
    event = ledger.all(Entry.Held.class).reduce((former, latter) -> latter).orElseThrow();
    outages = new Outages(ledger.all(Entry.Outage.class).toList());
    outage = outages.longest(seen.time()::event);
    lag = outage.plus(seen.time().passed(PersonStory.PROMISE));
    seen.followUps().forEach(f -> followUps.put(f.id(), f));
    byDirection = seen.followUps().stream().collect(Collectors.groupingBy(FollowUpSeen::direction));
    sendings = ledger.all(Entry.Sending.class).toList();
    acts = ledger.all(Entry.Acted.class).collect(Collectors.groupingBy(Entry.Acted::followUp));
    ledger.all(Entry.Registered.class).forEach(this::register);
    ledger.all(Entry.Consented.class).forEach(c -> person(c.person()).tell(c));
    ledger.all(Entry.Erased.class).forEach(e -> person(e.person()).tell(e));
    ledger.all(Entry.Moved.class).forEach(this::move);
    ledger.all(Entry.Unsubscribed.class).forEach(u -> person(u.person()).tell(u));
    ledger.all(Entry.Attends.class).forEach(this::attend);
    ledger.all(Entry.Exhibits.class).forEach(e -> person(e.person()).exhibit());
    ledger.all(Entry.Refusing.class).filter(Entry.Refusing::forGood).forEach(this::refuse);
    ledger.all(Entry.NotOnPlatform.class).forEach(n -> person(n.person()).leaveApp());
    Map<String, MeetingStory> byReport = new HashMap<>();
    ledger.all(Entry.Reported.class).forEach(r -> report(r, byReport));
    ledger.all(Entry.MaybeReported.class).forEach(m -> maybe(m.report()));
    ledger.all(Entry.Undone.class).forEach(u -> undo(u, byReport.get(u.report())));
    meetings
        .values()
        .forEach(
            m -> {
              meetingsOf.computeIfAbsent(m.first, p -> new ArrayList<>()).add(m);
              meetingsOf.computeIfAbsent(m.second, p -> new ArrayList<>()).add(m);
            });
    ledger.all(Entry.Suggested.class).forEach(s -> connectors.put(s.introduction(), s.connector()));
    ledger
        .all(Entry.Acted.class)
        .filter(a -> (a.act() == Act.BLOCK || a.act() == Act.REPORT) && a.sure())
        .forEach(a -> block(a, followUps.get(a.followUp())));
  }

  /** Whether the organiser had held the sending for longer than it takes to stop it. */
  boolean heldAt(Instant arrived) {
    boolean held = false;
    for (Entry.Sending sending : sendings) {
      if (sending.held()) {
        held = held || isOver(sending.when(), arrived);
      } else if (!sending.when().asked().isAfter(arrived)) {
        held = false;
      }
    }
    return held;
  }

  private void register(Entry.Registered entry) {
    PersonStory person = new PersonStory(entry);
    people.put(person.name, person);
    byId.put(person.id, person);
    if (person.email != null) {
      byAddress.put(person.email, person);
    }
  }

  private void attend(Entry.Attends entry) {
    person(entry.person()).tell(entry);
    entry.badges().forEach(badge -> badges.putIfAbsent(badge, entry));
  }

  private void move(Entry.Moved entry) {
    PersonStory person = person(entry.person());
    person.tell(entry);
    byAddress.put(entry.email(), person);
  }

  private void refuse(Entry.Refusing entry) {
    PersonStory person = byAddress.get(entry.address());
    if (person != null) {
      person.refuse();
    }
  }

  private void maybe(Entry.Reported report) {
    Entry.@Nullable Attends holder = holder(report);
    MeetingStory meeting = meeting(report, holder);
    if (meeting != null && erasures(meeting, report, holder) != Erasure.AFTER) {
      meeting.tellDoubtful(report);
    }
  }

  /** Whether a report names somebody who was erased, as far as it names anybody. */
  boolean namesErased(Entry.Reported report) {
    MeetingStory meeting = meeting(report, holder(report));
    return meeting == null
        ? person(report.reporter()).erased()
        : meeting.first.erased() || meeting.second.erased();
  }

  private Entry.@Nullable Attends holder(Entry.Reported report) {
    return report.badge() == null ? null : badges.get(report.badge());
  }

  /** A badge that nobody claimed, or a contact that nobody registered, makes no meeting. */
  private @Nullable MeetingStory meeting(Entry.Reported report, Entry.@Nullable Attends holder) {
    String contact = holder == null ? report.contact() : holder.person();
    if (contact == null || !people.containsKey(contact)) {
      return null;
    }
    return meetings.computeIfAbsent(
        new TreeSet<>(List.of(report.reporter(), contact)),
        p -> new MeetingStory(person(report.reporter()), person(contact)));
  }

  private void report(Entry.Reported report, Map<String, MeetingStory> byReport) {
    Entry.@Nullable Attends holder = holder(report);
    MeetingStory meeting = meeting(report, holder);
    if (meeting == null) {
      return;
    }
    switch (erasures(meeting, report, holder)) {
      case AFTER -> {}
      case AT_ONCE -> meeting.tellDoubtful(report);
      case BEFORE -> {
        meeting.tell(report);
        byReport.put(report.report(), meeting);
      }
    }
  }

  private enum Erasure {
    BEFORE,
    AT_ONCE,
    AFTER
  }

  /**
   * A badge of somebody erased may be accepted as one that nobody holds; it makes no meeting. A
   * badge that was scanned before it was known makes one some time after it became known; whoever
   * is erased meanwhile has met nobody.
   */
  private static Erasure erasures(
      MeetingStory meeting, Entry.Reported report, Entry.@Nullable Attends holder) {
    Instant asked = report.when().asked();
    Instant answered = report.when().answered();
    boolean kept = holder != null && holder.when().answered().isAfter(asked);
    Instant known = kept && holder != null ? holder.when().asked() : asked;
    if (meeting.first.erasedBefore(known) || meeting.second.erasedBefore(known)) {
      return Erasure.AFTER;
    }
    Instant folded = kept ? Instant.MAX : answered;
    return meeting.first.erasureAskedBefore(folded) || meeting.second.erasureAskedBefore(folded)
        ? Erasure.AT_ONCE
        : Erasure.BEFORE;
  }

  private static void undo(Entry.Undone undo, @Nullable MeetingStory meeting) {
    if (meeting != null) {
      meeting.tell(undo);
    }
  }

  private void block(Entry.Acted act, @Nullable FollowUpSeen followUp) {
    MeetingStory meeting = followUp == null ? null : meeting(followUp.direction());
    if (meeting != null) {
      meeting.block(act.when());
    }
    PersonStory owner = followUp == null ? null : byId.get(followUp.owner());
    if (act.act() == Act.REPORT && owner != null) {
      owner.report(act.person());
    }
  }

  PersonStory person(String name) {
    PersonStory person = people.get(name);
    if (person == null) {
      throw new IllegalArgumentException(
          "The ledger names %s, who was never registered.".formatted(name));
    }
    return person;
  }

  @Nullable PersonStory person(UUID id) {
    return byId.get(id);
  }

  @Nullable PersonStory withAddress(String address) {
    return byAddress.get(address);
  }

  Collection<PersonStory> people() {
    return people.values();
  }

  List<MeetingStory> meetingsOf(PersonStory person) {
    return meetingsOf.getOrDefault(person, List.of());
  }

  /** To whom an introduction was suggested; null of others. */
  @Nullable String connector(UUID introduction) {
    return connectors.get(introduction);
  }

  Collection<MeetingStory> meetings() {
    return meetings.values();
  }

  @Nullable MeetingStory meeting(Direction direction) {
    PersonStory first = byId.get(direction.owner());
    PersonStory second = byId.get(direction.contact());
    return first == null || second == null || first == second
        ? null
        : meetings.get(new TreeSet<>(List.of(first.name, second.name)));
  }

  @Nullable FollowUpSeen followUp(UUID id) {
    return followUps.get(id);
  }

  /** The follow-ups that exist in that direction; there should be one at most. */
  List<FollowUpSeen> followUps(Direction direction) {
    return byDirection.getOrDefault(direction, List.of());
  }

  /** What can become of the follow-up that one of the two owes the other. */
  Prospect prospect(MeetingStory meeting, PersonStory owner, PersonStory contact) {
    Direction direction = new Direction(owner.id, contact.id);
    return new Prospect(
        event,
        meeting,
        owner,
        contact,
        acts(direction),
        acts(direction.back()),
        isCrowded(meeting, owner, contact));
  }

  /**
   * Whether the owner alone says so, and says so of more people than go out by themselves a day.
   */
  private boolean isCrowded(MeetingStory meeting, PersonStory owner, PersonStory contact) {
    return !meeting.everReportedBy(contact) && oneSided(owner) > ALLOWANCE;
  }

  private long oneSided(PersonStory owner) {
    return oneSided.computeIfAbsent(
        owner.name,
        name ->
            meetingsOf(owner).stream()
                .filter(m -> m.everReportedBy(owner))
                .filter(m -> !m.everReportedBy(m.first == owner ? m.second : m.first))
                .count());
  }

  /** Whether one of the two had accepted the other by then, or both were willing. */
  boolean agreed(PersonStory one, PersonStory other, Instant then) {
    Direction direction = new Direction(one.id, other.id);
    return agreed(direction, then) || agreed(direction.back(), then);
  }

  /** How many had accepted this person by then. */
  long acceptances(PersonStory owner, Instant then) {
    return meetingsOf(owner).stream()
        .map(m -> new Direction(owner.id, (m.first == owner ? m.second : m.first).id))
        .filter(
            direction ->
                acts(direction).stream()
                    .anyMatch(a -> a.act() == Act.ACCEPT && !a.when().asked().isAfter(then)))
        .count();
  }

  private boolean agreed(Direction direction, Instant then) {
    return followUps(direction).stream().anyMatch(f -> "connected".equals(f.outcome()))
        || acts(direction).stream()
            .anyMatch(a -> a.act() == Act.ACCEPT && !a.when().asked().isAfter(then));
  }

  private List<Entry.Acted> acts(Direction direction) {
    return followUps(direction).stream().flatMap(f -> acts(f.id()).stream()).toList();
  }

  int attendees() {
    return (int) people.values().stream().filter(PersonStory::attends).count();
  }

  /** What its owner or its recipient did with a follow-up. */
  List<Entry.Acted> acts(UUID followUp) {
    return acts.getOrDefault(followUp, List.of());
  }

  /** How long a mail of that date was on its way; who stands still can end no mail. */
  Duration onItsWay(Instant dated, Instant arrived) {
    return outages.moving(dated, arrived);
  }

  /** Whether a mail that arrived then should have known what had been acknowledged before. */
  boolean isOver(Moment moment, Instant arrived) {
    return outages.quiet(moment.answered(), arrived).compareTo(PersonStory.PROMISE) > 0;
  }
}
