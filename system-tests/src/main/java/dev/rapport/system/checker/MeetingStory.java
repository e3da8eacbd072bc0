package dev.rapport.system.checker;

import dev.rapport.system.checker.FollowUpSeen.Direction;
import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the ledger tells of two people at the event: every report of their meeting. */
final class MeetingStory {

  final PersonStory first;
  final PersonStory second;
  private final List<Entry.Reported> reports = new ArrayList<>();
  private final Map<String, Moment> undone = new HashMap<>();
  private final Set<String> doubtful = new HashSet<>();
  private @Nullable Moment lastUndone;
  private @Nullable Moment blocked;

  MeetingStory(PersonStory first, PersonStory second) {
    this.first = first;
    this.second = second;
  }

  void tell(Entry.Reported report) {
    reports.add(report);
  }

  void tell(Entry.Undone undo) {
    undone.put(undo.report(), undo.when());
    lastUndone = undo.when();
  }

  /** A report that came while one of the two was being erased: it may count or not. */
  void tellDoubtful(Entry.Reported report) {
    reports.add(report);
    doubtful.add(report.report());
  }

  void block(Moment when) {
    blocked = blocked == null ? when : blocked;
  }

  boolean counts() {
    return blocked == null && standing().findAny().isPresent();
  }

  /** Whether it may count though {@link #counts()} says no. */
  boolean mayCount() {
    return blocked == null && !doubtful.isEmpty();
  }

  /** When it ceased to count, or null where it still may. */
  @Nullable Moment over() {
    boolean mayStand = standing().findAny().isPresent() || !doubtful.isEmpty();
    return blocked != null || mayStand ? blocked : lastUndone;
  }

  boolean everReported() {
    return !reports.isEmpty();
  }

  /** Whether a report of it was acknowledged by then. */
  boolean reportedBy(Instant then) {
    return reports.stream().anyMatch(r -> !r.when().answered().isAfter(then));
  }

  boolean everReportedBy(PersonStory person) {
    return reports.stream().anyMatch(r -> by(r, person));
  }

  /**
   * Whether somebody's word, or this person's alone, held when a mail arrived.
   *
   * @param over whether what was acknowledged at a moment must have been in force by then
   */
  boolean heldAt(Instant arrived, @Nullable PersonStory person, Predicate<Moment> over) {
    return reports.stream()
        .filter(r -> person == null || by(r, person))
        .filter(r -> !r.when().asked().isAfter(arrived))
        .anyMatch(r -> !undone.containsKey(r.report()) || !over.test(undone.get(r.report())));
  }

  boolean stillReportedBy(PersonStory person) {
    return standing().anyMatch(r -> by(r, person));
  }

  /** Event time since which the person's own word has stood without a change. */
  Instant reportedSince(PersonStory person) {
    Instant since =
        standing()
            .filter(r -> by(r, person))
            .map(r -> r.when().event())
            .min(Comparator.naturalOrder())
            .orElseThrow();
    return lastUndone != null && lastUndone.event().isAfter(since) ? lastUndone.event() : since;
  }

  /** The latest deadline that any of the reports can have given it. */
  Instant latestDeadline(Entry.Held event) {
    return deadline(reports.stream(), event);
  }

  /** The deadline by the reports that stand. */
  Instant deadline(Entry.Held event) {
    return deadline(standing(), event);
  }

  private static Instant deadline(Stream<Entry.Reported> reports, Entry.Held event) {
    return reports
        .flatMap(
            r ->
                Stream.of(
                    r.at().plus(event.followUpWithin()), r.when().event().plus(event.lateGrace())))
        .max(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }

  private Stream<Entry.Reported> standing() {
    return reports.stream()
        .filter(r -> !undone.containsKey(r.report()) && !doubtful.contains(r.report()));
  }

  private static boolean by(Entry.Reported report, PersonStory person) {
    return report.reporter().equals(person.name);
  }

  /** The two follow-ups that it founds. */
  List<Direction> directions() {
    Direction direction = new Direction(first.id, second.id);
    return List.of(direction, direction.back());
  }

  String names() {
    return first.name + " and " + second.name;
  }
}
