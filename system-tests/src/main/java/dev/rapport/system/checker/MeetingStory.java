package dev.rapport.system.checker;

import dev.rapport.system.ledger.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the ledger tells of two people at the event: every report of their meeting. */
final class MeetingStory {

  final PersonStory first;
  final PersonStory second;
  private final List<Entry.Reported> reports = new ArrayList<>();
  private final Set<String> undone = new HashSet<>();
  private Instant lastUndone = Instant.MIN;
  private boolean blocked;
  private boolean doubtful;

  MeetingStory(PersonStory first, PersonStory second) {
    this.first = first;
    this.second = second;
  }

  void tell(Entry.Reported report) {
    reports.add(report);
  }

  void tell(Entry.Undone undo) {
    undone.add(undo.report());
    lastUndone = undo.when().event();
  }

  /** A report that came while one of the two was being erased: it may count or not. */
  void tellDoubtful(Entry.Reported report) {
    reports.add(report);
    undone.add(report.report());
    doubtful = true;
  }

  void block() {
    blocked = true;
  }

  boolean counts() {
    return !blocked && standing().findAny().isPresent();
  }

  /** Whether it may count though {@link #counts()} says no. */
  boolean mayCount() {
    return !blocked && doubtful;
  }

  /** Whether the person ever reported this meeting, before that moment of machine time. */
  boolean everReportedBy(PersonStory person, Instant before) {
    return reports.stream().anyMatch(r -> by(r, person) && !r.when().asked().isAfter(before));
  }

  boolean everReportedBy(PersonStory person) {
    return everReportedBy(person, Instant.MAX);
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
    return since.isAfter(lastUndone) ? since : lastUndone;
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
    return reports.stream().filter(r -> !undone.contains(r.report()));
  }

  private static boolean by(Entry.Reported report, PersonStory person) {
    return report.reporter().equals(person.name);
  }

  String names() {
    return first.name + " and " + second.name;
  }
}
