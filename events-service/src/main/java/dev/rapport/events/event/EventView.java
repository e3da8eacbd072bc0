package dev.rapport.events.event;

import dev.rapport.events.life.Counts;
import dev.rapport.events.life.Figures;
import dev.rapport.events.life.State;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An event as its organiser sees it.
 *
 * @param event the organiser's own identifier
 * @param ends the end in effect: the moment at which it was ended by hand, if it was
 * @param held whether no mail of it goes out until it is resumed
 * @param history its states, the latest last
 */
record EventView(
    String organiser,
    String event,
    UUID id,
    long rev,
    String name,
    Instant starts,
    Instant ends,
    String zone,
    Sender sender,
    PolicyBody policy,
    State state,
    boolean held,
    Coverage coverage,
    FiguresView figures,
    List<Moment> history) {

  record Sender(String name, String address) {}

  /** Since when, in event time. */
  record Moment(State state, Instant at) {}

  static EventView of(Event event, long attendees) {
    var details = event.details();
    return new EventView(
        event.organiser(),
        event.externalId(),
        event.id().value(),
        event.rev(),
        details.name(),
        event.dates().starts(),
        event.dates().ends(),
        details.zone().getId(),
        new Sender(details.sender().name(), details.sender().address()),
        PolicyBody.of(details.policy()),
        event.state(),
        event.held(),
        Coverage.of(attendees, event.counts()),
        FiguresView.of(
            event.counts().progress() instanceof Counts.Progress progress
                ? progress.figures()
                : Figures.NONE),
        event.history().stream().map(life -> new Moment(State.of(life), life.since())).toList());
  }
}
