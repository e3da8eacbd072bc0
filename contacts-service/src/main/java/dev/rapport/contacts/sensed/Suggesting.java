package dev.rapport.contacts.sensed;

import dev.rapport.access.Problem;
import dev.rapport.contacts.meeting.Meetings;
import dev.rapport.contacts.meeting.Report;
import dev.rapport.contacts.person.Consent.Purpose;
import dev.rapport.contacts.person.Known;
import dev.rapport.contacts.report.Admission;
import dev.rapport.contacts.roster.Agenda;
import dev.rapport.contacts.roster.Roster;
import dev.rapport.contacts.sensed.Suggestion.Answer;
import dev.rapport.messaging.EventClock;
import dev.rapport.messaging.Ids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Asks those whom sensors saw together whether they met; a yes is a report, a no hides it. */
@Service
public class Suggesting {

  private final Sums sums;
  private final Known known;
  private final Agenda agenda;
  private final Roster roster;
  private final Meetings meetings;
  private final Ids ids;
  private final EventClock clock;

  Suggesting(
      Sums sums,
      Known known,
      Agenda agenda,
      Roster roster,
      Meetings meetings,
      Ids ids,
      EventClock clock) {
    this.sums = sums;
    this.known = known;
    this.agenda = agenda;
    this.roster = roster;
    this.meetings = meetings;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Somebody whom the person may have met.
   *
   * @param id of the suggestion
   */
  public record Asked(UUID id, Agenda.Entry event, UUID contact, String name, Instant at) {}

  /**
   * Returns what a person is asked, up to {@code limit} looked at.
   *
   * @param after the last one looked at before, or null
   */
  public List<Asked> of(UUID person, @Nullable UUID after, int limit) {
    return shown(person, sums.open(person, after, limit));
  }

  /** Leaves out who has not agreed by now, whom a block parts, and who was reported already. */
  List<Asked> shown(UUID person, List<Suggestion> open) {
    var me = known.find(person);
    if (me == null || !me.agreesTo(Purpose.beSensed)) {
      return List.of();
    }
    var people = known.of(open.stream().map(Suggestion::contact).toList());
    var events = agenda.of(open.stream().map(Suggestion::event).collect(Collectors.toSet()));
    var over =
        meetings.reportedOrParted(
            person,
            open.stream().collect(Collectors.toMap(this::meeting, Suggestion::pair, (a, b) -> a)));
    var shown = new ArrayList<Asked>();
    for (var one : open) {
      var contact = people.get(one.contact());
      var event = events.get(one.event());
      if (contact != null
          && event != null
          && contact.agreesTo(Purpose.beSensed)
          && !over.contains(meeting(one))) {
        shown.add(
            new Asked(one.id(), event, contact.id(), contact.profile().name(), one.lastNear()));
      }
    }
    return List.copyOf(shown);
  }

  /** They met: a report by this person, face to face; again is the same report. */
  public boolean confirm(UUID person, UUID id) {
    var suggestion = find(person, id);
    if (suggestion.answer() == Answer.confirmed) {
      return false;
    }
    var now = clock.now().truncatedTo(ChronoUnit.MILLIS);
    var refusal = Admission.refusal(roster.event(suggestion.event()), suggestion.lastNear(), now);
    if (refusal != null) {
      throw refusal;
    }
    var key = "sensed:" + suggestion.id();
    var report =
        new Report(
            Report.id(ids, person, suggestion.event(), key),
            suggestion.event(),
            suggestion.pair(),
            person,
            Report.How.faceToFace,
            suggestion.lastNear().truncatedTo(ChronoUnit.MILLIS),
            now,
            ids.of("report-body", key),
            UUID.randomUUID());
    // The meeting first: who dies in between is asked once more, and says the same.
    meetings.add(List.of(report));
    sums.answer(suggestion, Answer.confirmed);
    return true;
  }

  /** They did not; nobody is told. */
  public void dismiss(UUID person, UUID id) {
    var suggestion = find(person, id);
    if (suggestion.answer() == Answer.confirmed) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "already-confirmed",
          "This was confirmed, and is a report by now; undo the report if it was a mistake.");
    }
    sums.answer(suggestion, Answer.dismissed);
  }

  private Suggestion find(UUID person, UUID id) {
    var suggestion = sums.find(id, person);
    if (suggestion == null) {
      throw Problem.notFound("such suggestion to this person");
    }
    return suggestion;
  }

  private UUID meeting(Suggestion suggestion) {
    return suggestion.pair().meeting(ids, suggestion.event());
  }
}
