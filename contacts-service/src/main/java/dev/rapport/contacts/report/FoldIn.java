package dev.rapport.contacts.report;

import dev.rapport.contacts.meeting.Dirty;
import dev.rapport.contacts.meeting.Meetings;
import dev.rapport.contacts.meeting.Report;
import dev.rapport.contacts.person.Seats;
import dev.rapport.contacts.roster.Roster;
import dev.rapport.messaging.EventClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Folds waiting scans into meetings once their badge is known. The meeting is written first, the
 * scan removed then: a repeat in between finds its report there and changes nothing.
 */
@Component
class FoldIn {

  /** After this much event time nobody is expected to claim a badge any more. */
  private static final Duration PATIENCE = Duration.ofDays(7);

  private static final int PAGE = 1_000;

  private final Scans scans;
  private final Roster roster;
  private final Seats seats;
  private final Meetings meetings;
  private final Dirty dirty;
  private final EventClock clock;

  FoldIn(
      Scans scans, Roster roster, Seats seats, Meetings meetings, Dirty dirty, EventClock clock) {
    this.scans = scans;
    this.roster = roster;
    this.seats = seats;
    this.meetings = meetings;
    this.dirty = dirty;
    this.clock = clock;
  }

  /** Folds in what waited for these badges. */
  void badgesKnown(Collection<UUID> badges) {
    fold(scans.waitingFor(badges));
  }

  /** Looks at every waiting scan again, gives up on the old ones; true when one was settled. */
  boolean sweep() {
    var settled = undoAgain();
    @Nullable UUID last = null;
    while (true) {
      var page = scans.waitingAfter(last, PAGE);
      if (page.isEmpty()) {
        return settled;
      }
      settled |= fold(page);
      settled |= giveUp(page);
      last = page.getLast().id();
    }
  }

  private boolean giveUp(List<Scan> page) {
    var limit = clock.now().minus(PATIENCE);
    var old = page.stream().filter(scan -> scan.at().isBefore(limit)).toList();
    if (old.isEmpty()) {
      return false;
    }
    var given = scans.giveUp(old.stream().map(Scan::id).toList(), limit);
    old.stream().map(Scan::event).distinct().forEach(dirty::mark);
    return given > 0;
  }

  /** An undone scan that was being folded at that moment may stand in a meeting by now. */
  private boolean undoAgain() {
    var undone = scans.undoneToLookAt();
    if (undone.isEmpty()) {
      return false;
    }
    meetings.undo(undone);
    scans.lookedAt(undone);
    return true;
  }

  /** Folds in what can be told; true when there was any. */
  boolean fold(List<Scan> waiting) {
    var holders = roster.holders(waiting.stream().map(Scan::scanned).toList());
    var known = waiting.stream().filter(scan -> holders.containsKey(scan.scanned())).toList();
    if (known.isEmpty()) {
      return false;
    }
    var named = new HashSet<>(holders.values());
    known.forEach(scan -> named.add(scan.reporter()));
    var erased = seats.erasedAmong(named);
    var reports = new ArrayList<Report>();
    var gone = new ArrayList<UUID>();
    var refused = new ArrayList<UUID>();
    for (var scan : known) {
      var holder = java.util.Objects.requireNonNull(holders.get(scan.scanned()));
      if (erased.contains(holder) || erased.contains(scan.reporter())) {
        gone.add(scan.id());
      } else if (holder.equals(scan.reporter())) {
        refused.add(scan.id());
      } else {
        reports.add(scan.madeBy(holder));
      }
    }
    meetings.add(reports);
    settle(reports, gone, refused);
    known.stream().map(Scan::event).distinct().forEach(dirty::mark);
    return true;
  }

  private void settle(List<Report> reports, List<UUID> gone, List<UUID> refused) {
    var folded = reports.stream().map(Report::id).toList();
    var standing = meetings.find(folded).keySet();
    folded.stream().filter(id -> !standing.contains(id)).forEach(refused::add);
    gone.addAll(standing);
    scans.folded(gone);
    scans.refuse(refused);
    // Whoever was undone between our reading and now is still there, and stands in a meeting.
    var undone = scans.find(standing).keySet();
    if (!undone.isEmpty()) {
      meetings.undo(undone);
    }
  }
}
