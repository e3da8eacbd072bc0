package dev.rapport.system.checker;

import dev.rapport.system.ledger.Act;
import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ledger, read once: people, who met whom, who acted on what. */
final class Story {

  final Entry.Held event;
  final List<Entry.Unanswered> unanswered;
  private final Map<String, PersonStory> people = new LinkedHashMap<>();
  private final Map<UUID, PersonStory> byId = new HashMap<>();
  private final Map<String, PersonStory> byAddress = new HashMap<>();
  private final Map<String, String> badges = new HashMap<>();
  private final Map<Set<String>, MeetingStory> meetings = new LinkedHashMap<>();
  private final Map<UUID, List<Entry.Acted>> acts;
  private final List<Entry.Outage> outages;

  /**
   * @param followUps needed for blocks alone: an act names a follow-up, a block stands between two
   *     people
   */
  Story(Ledger ledger, Map<UUID, FollowUpSeen> followUps) {
    event = ledger.all(Entry.Held.class).reduce((former, latter) -> latter).orElseThrow();
    unanswered = ledger.all(Entry.Unanswered.class).toList();
    outages = ledger.all(Entry.Outage.class).toList();
    acts = ledger.all(Entry.Acted.class).collect(Collectors.groupingBy(Entry.Acted::followUp));
    ledger.all(Entry.Registered.class).forEach(this::register);
    ledger.all(Entry.Consented.class).forEach(c -> person(c.person()).tell(c));
    ledger.all(Entry.Erased.class).forEach(e -> person(e.person()).tell(e));
    ledger.all(Entry.Attends.class).forEach(this::attend);
    ledger.all(Entry.Refusing.class).filter(Entry.Refusing::forGood).forEach(this::refuse);
    Map<String, MeetingStory> byReport = new HashMap<>();
    ledger.all(Entry.Reported.class).forEach(r -> report(r, byReport));
    ledger.all(Entry.Undone.class).forEach(u -> undo(u, byReport.get(u.report())));
    ledger
        .all(Entry.Acted.class)
        .filter(a -> a.act() == Act.BLOCK)
        .forEach(a -> block(followUps.get(a.followUp())));
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
    entry.badges().forEach(badge -> badges.put(badge, entry.person()));
  }

  private void refuse(Entry.Refusing entry) {
    PersonStory person = byAddress.get(entry.address());
    if (person != null) {
      person.refuse();
    }
  }

  /** A badge that nobody claimed, or a contact that nobody registered, makes no meeting. */
  private void report(Entry.Reported report, Map<String, MeetingStory> byReport) {
    String contact = report.badge() == null ? report.contact() : badges.get(report.badge());
    if (contact == null || !people.containsKey(contact)) {
      return;
    }
    Set<String> pair = new TreeSet<>(List.of(report.reporter(), contact));
    MeetingStory meeting =
        meetings.computeIfAbsent(
            pair, p -> new MeetingStory(person(report.reporter()), person(contact)));
    switch (erasures(meeting, report)) {
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

  /** A badge of somebody erased may be accepted as one that nobody holds; it makes no meeting. */
  private static Erasure erasures(MeetingStory meeting, Entry.Reported report) {
    Instant asked = report.when().asked();
    Instant answered = report.when().answered();
    if (meeting.first.erasedBefore(asked) || meeting.second.erasedBefore(asked)) {
      return Erasure.AFTER;
    }
    return meeting.first.erasureAskedBefore(answered) || meeting.second.erasureAskedBefore(answered)
        ? Erasure.AT_ONCE
        : Erasure.BEFORE;
  }

  private static void undo(Entry.Undone undo, @Nullable MeetingStory meeting) {
    if (meeting != null) {
      meeting.tell(undo);
    }
  }

  private void block(@Nullable FollowUpSeen followUp) {
    MeetingStory meeting = followUp == null ? null : meeting(followUp.owner(), followUp.contact());
    if (meeting != null) {
      meeting.block();
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

  Collection<MeetingStory> meetings() {
    return meetings.values();
  }

  @Nullable MeetingStory meeting(UUID one, UUID other) {
    PersonStory first = byId.get(one);
    PersonStory second = byId.get(other);
    return first == null || second == null || first == second
        ? null
        : meetings.get(new TreeSet<>(List.of(first.name, second.name)));
  }

  int attendees() {
    return (int) people.values().stream().filter(PersonStory::attends).count();
  }

  /** What its owner or its recipient did with a follow-up. */
  List<Entry.Acted> acts(UUID followUp) {
    return acts.getOrDefault(followUp, List.of());
  }

  /** The longest time (event time) for which some part was down without a break. */
  Duration longestOutage(Function<Instant, Instant> eventTime) {
    List<Entry.Outage> sorted = new ArrayList<>(outages);
    sorted.sort(Comparator.comparing(o -> o.when().asked()));
    Duration longest = Duration.ZERO;
    Instant from = Instant.MIN;
    Instant until = Instant.MIN;
    for (Entry.Outage outage : sorted) {
      Instant starts = eventTime.apply(outage.when().asked());
      Instant ends = eventTime.apply(outage.until());
      from = starts.isAfter(until) ? starts : from;
      until = ends.isAfter(until) ? ends : until;
      Duration length = Duration.between(from, until);
      longest = length.compareTo(longest) > 0 ? length : longest;
    }
    return longest;
  }
}
