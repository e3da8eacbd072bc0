package dev.rapport.contacts.report;

import dev.rapport.access.Bulk;
import dev.rapport.access.Problem;
import dev.rapport.contacts.meeting.Dirty;
import dev.rapport.contacts.meeting.Entry;
import dev.rapport.contacts.meeting.Meetings;
import dev.rapport.contacts.meeting.Report;
import dev.rapport.contacts.person.Refusals;
import dev.rapport.contacts.report.Draft.Outcome;
import dev.rapport.contacts.report.ReportBodies.ReportView;
import dev.rapport.contacts.report.ReportBodies.State;
import dev.rapport.contacts.roster.Roster;
import dev.rapport.messaging.EventClock;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Takes reports, one or a thousand, all the same way: name everyone, refuse what cannot be, write
 * the rest in one go, then look which entry is whose.
 */
@Service
class Reporting {

  private final Drafting drafting;
  private final Roster roster;
  private final Meetings meetings;
  private final Scans scans;
  private final FoldIn foldIn;
  private final Dirty dirty;
  private final EventClock clock;
  private final MeterRegistry meters;

  Reporting(
      Drafting drafting,
      Roster roster,
      Meetings meetings,
      Scans scans,
      FoldIn foldIn,
      Dirty dirty,
      EventClock clock,
      MeterRegistry meters) {
    this.drafting = drafting;
    this.roster = roster;
    this.meetings = meetings;
    this.scans = scans;
    this.foldIn = foldIn;
    this.dirty = dirty;
    this.clock = clock;
    this.meters = meters;
  }

  /** Returns an outcome for each request, in order. */
  List<Outcome> take(UUID event, List<ReportRequest> requests) {
    var now = clock.now().truncatedTo(ChronoUnit.MILLIS);
    var drafts = drafting.draft(event, requests, now);
    refuseNew(drafts, event, now);
    var firsts = new HashMap<UUID, Draft>();
    for (var draft : drafts) {
      if (draft.isOpen()) {
        firsts.putIfAbsent(draft.id(), draft);
      }
    }
    answerWaiting(firsts);
    var open = new HashMap<>(firsts);
    open.values().removeIf(draft -> !draft.isOpen());
    write(open.values(), event);
    answerWritten(open);
    for (var draft : drafts) {
      if (draft.isOpen()) {
        draft.sameAs(Objects.requireNonNull(firsts.get(draft.id())));
      }
    }
    drafts.forEach(
        draft -> meters.counter("rapport.reports", "result", draft.result()).increment());
    return drafts.stream().map(Draft::outcome).toList();
  }

  /** What came too late or early is refused, unless it is the repeat of a report that was taken. */
  private void refuseNew(List<Draft> drafts, UUID event, Instant now) {
    var times = roster.event(event);
    var refusals = new HashMap<Draft, Problem>();
    for (var draft : drafts) {
      var refusal = draft.isOpen() ? Admission.refusal(times, draft.request().at(), now) : null;
      if (refusal != null) {
        refusals.put(draft, refusal);
      }
    }
    var asked = refusals.keySet().stream().map(Draft::id).toList();
    var waiting = scans.find(asked);
    var standing = meetings.find(asked);
    refusals.forEach(
        (draft, refusal) -> {
          if (!standing.containsKey(draft.id()) && !waiting.containsKey(draft.id())) {
            draft.refuse(refusal);
          }
        });
  }

  /** A repeat of a scan that still waits is answered by it, whoever has the badge by now. */
  private void answerWaiting(Map<UUID, Draft> drafts) {
    scans.find(drafts.keySet()).forEach((id, scan) -> answer(drafts, id, scan));
  }

  private void write(Collection<Draft> drafts, UUID event) {
    var reports = new ArrayList<Report>();
    var unknown = new ArrayList<Scan>();
    for (var draft : drafts) {
      var contact = draft.contact();
      if (contact != null) {
        reports.add(draft.report(contact));
      } else {
        unknown.add(draft.scan());
      }
    }
    meetings.add(reports);
    if (!unknown.isEmpty()) {
      dirty.mark(event);
      scans.keep(unknown);
      dirty.mark(event);
      // The badge may have become known since it was looked up.
      foldIn.fold(unknown);
    }
  }

  /** Scans are read first: one that leaves in between stands in its meeting by then. */
  private void answerWritten(Map<UUID, Draft> open) {
    var waiting = scans.find(open.keySet());
    var standing = meetings.find(open.keySet());
    standing.forEach((id, entry) -> answer(Objects.requireNonNull(open.get(id)), entry));
    waiting.forEach((id, scan) -> answer(open, id, scan));
    refuseVanished(open.values().stream().filter(Draft::isOpen).toList());
  }

  /** What stands nowhere was of somebody erased meanwhile, or one more than a pair's are kept. */
  private void refuseVanished(List<Draft> vanished) {
    if (vanished.isEmpty()) {
      return;
    }
    var erased = drafting.erasedAmong(vanished);
    for (var draft : vanished) {
      draft.refuse(erased.contains(draft) ? Refusals.erased() : Admission.tooManyReports());
    }
  }

  private void answer(Draft draft, Entry entry) {
    var contact = draft.contact();
    if (entry.isErased()
        && contact != null
        && meetings.idOf(draft.report(contact)).equals(entry.meeting())) {
      // Erased between its write and this look: its body is gone, but it is no other report.
      draft.refuse(Refusals.erased());
      return;
    }
    // A block is silent: whoever reports across one is told what all are told.
    var state = entry.undone() ? State.notCounted : State.counted;
    draft.answer(
        entry.body(), entry.token(), new ReportView(entry.report(), state, entry.meeting()));
  }

  private static void answer(Map<UUID, Draft> open, UUID id, Scan scan) {
    var draft = open.get(id);
    if (draft != null && draft.isOpen()) {
      var state = scan.state() == Scan.State.waiting ? State.waiting : State.notCounted;
      draft.answer(scan.body(), scan.token(), new ReportView(id, state, null));
    }
  }

  /** Turns outcomes into lines' answers. */
  static Bulk.Result<ReportView> line(int number, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Taken taken ->
          Bulk.Result.of(number, new Bulk.Answer<>(taken.status(), taken.view()));
      case Outcome.Refused refused -> Bulk.Result.refused(number, refused.problem());
    };
  }
}
