package dev.rapport.contacts.report;

import dev.rapport.access.Caller;
import dev.rapport.access.Problem;
import dev.rapport.contacts.meeting.Dirty;
import dev.rapport.contacts.meeting.Meetings;
import dev.rapport.contacts.person.Refusals;
import dev.rapport.contacts.person.Seats;
import dev.rapport.contacts.report.ReportBodies.ReportView;
import dev.rapport.contacts.report.ReportBodies.State;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Undoes mistaken scans, whether their badge is known or not. */
@Service
class Undoing {

  private final Meetings meetings;
  private final Scans scans;
  private final Seats seats;
  private final Dirty dirty;

  Undoing(Meetings meetings, Scans scans, Seats seats, Dirty dirty) {
    this.meetings = meetings;
    this.scans = scans;
    this.seats = seats;
    this.dirty = dirty;
  }

  /** Undoes a report of an event; undoing it again changes nothing. */
  ReportView undo(Caller caller, String organiser, UUID event, UUID report) {
    var one = List.of(report);
    var scan = scans.find(one).get(report);
    var entry = meetings.find(one).get(report);
    if (entry != null && entry.event().equals(event)) {
      authorise(caller, organiser, entry.reporter());
    } else if (scan != null && scan.event().equals(event)) {
      authorise(caller, organiser, scan.reporter());
    } else {
      throw Problem.notFound("such report at this event");
    }
    dirty.mark(event);
    // The scan first: a fold that is on its way finds it undone, or the meeting's entry is there.
    scans.undo(report);
    var standing = meetings.undo(one).get(report);
    dirty.mark(event);
    if (standing != null && standing.isErased()) {
      throw Refusals.erased();
    }
    return new ReportView(report, State.undone, standing == null ? null : standing.meeting());
  }

  private void authorise(Caller caller, String organiser, UUID reporter) {
    var person = caller.person();
    if (person != null && seats.of(person).id().equals(reporter)) {
      caller.mayReport(organiser, Objects.requireNonNull(person));
    } else {
      caller.mayActFor(organiser);
    }
  }
}
