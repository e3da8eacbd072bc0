package dev.rapport.events.event;

import dev.rapport.access.Problem;
import dev.rapport.events.event.EventStore.Decision;
import dev.rapport.events.event.EventStore.Rule;
import dev.rapport.events.life.Counts;
import dev.rapport.events.life.State;
import dev.rapport.events.lines.Outcome;
import dev.rapport.messaging.EventClock;
import dev.rapport.messaging.Ids;
import dev.rapport.messaging.NotSent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What can be done with events: by their organisers, by the clock and by what others count. */
@Component
public class Events {

  private static final int AT_ONCE = 200;

  /** An event to be registered or revised. */
  record Registration(String organiser, String externalId, Details details) {}

  private final EventStore store;
  private final Ids ids;
  private final EventClock clock;

  Events(EventStore store, Ids ids, EventClock clock) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
  }

  /** Returns the event that an organiser calls so. */
  public Event get(String organiser, String externalId) {
    return store.find(id(organiser, externalId)).orElseThrow(Events::unknown);
  }

  /** Returns the event of this id, if it is known here. */
  public Optional<Event> find(Event.Id id) {
    return store.find(id);
  }

  /** Returns the events that have begun and are not closed: those of which something changes. */
  public List<Event> running() {
    return store.inStates(List.of(State.OPEN, State.ENDED, State.FOLLOWING_UP));
  }

  List<Event> list(String organiser, @Nullable UUID after, int limit) {
    return store.list(organiser, after, limit);
  }

  /** How many events are in this state. */
  public long count(State state) {
    return store.count(state);
  }

  List<Outcome<Event>> register(List<Registration> registrations) {
    var now = now();
    return store.change(
        registrations.stream().map(r -> id(r.organiser(), r.externalId())).toList(),
        (line, current) -> register(registrations.get(line), current, now));
  }

  private Decision<Outcome<Event>> register(
      Registration said, @Nullable Event current, Instant now) {
    if (current == null) {
      var id = id(said.organiser(), said.externalId());
      var event = Event.registered(id, said.organiser(), said.externalId(), said.details(), now);
      return new Decision<>(event, new Outcome.Done<>(event, true));
    }
    return current
        .revised(said.details(), now)
        .map(next -> decided(current, next))
        .orElseGet(() -> refused(cancelled()));
  }

  Event end(String organiser, String externalId) {
    return act(
        organiser,
        externalId,
        Event::end,
        event ->
            event.state() == State.CANCELLED
                ? cancelled()
                : conflict(
                    "not-started",
                    "The event has not started, so that it cannot be ended; cancel it, or move its dates."));
  }

  Event cancel(String organiser, String externalId) {
    return act(
        organiser,
        externalId,
        Event::cancel,
        event ->
            conflict(
                "event-closed",
                "The event is closed: everyone who met has been followed up, and nothing is left to call off."));
  }

  /**
   * Holds an event's sending, or lets it go on. Answered when the broker has it: no mail of the
   * event starts ten seconds later.
   */
  public Event hold(String organiser, String externalId, boolean hold) {
    try {
      return store
          .<Outcome<Event>>changeAndAnnounce(
              List.of(id(organiser, externalId)),
              (line, current) ->
                  current == null
                      ? refused(unknown())
                      : current
                          .hold(hold)
                          .map(next -> decided(current, next))
                          .orElseGet(() -> refused(cancelled())))
          .getFirst()
          .orThrow()
          .value();
    } catch (NotSent e) {
      throw (Problem) notTold().initCause(e);
    }
  }

  private Event act(
      String organiser,
      String externalId,
      BiFunction<Event, Instant, Optional<Event>> act,
      Function<Event, Problem> refusal) {
    var now = now();
    return store
        .<Outcome<Event>>change(
            List.of(id(organiser, externalId)),
            (line, current) ->
                current == null
                    ? refused(unknown())
                    : act.apply(current, now)
                        .map(next -> decided(current, next))
                        .orElseGet(() -> refused(refusal.apply(current))))
        .getFirst()
        .orThrow()
        .value();
  }

  /** Moves on the events whose start or end has passed; true when there were any. */
  public boolean timePassed() {
    var now = now();
    var due = store.due(now, AT_ONCE);
    store.change(due, happens(due, Event::timePassed, now));
    return !due.isEmpty();
  }

  /** Looks again at events that wait for counts; true when there were any. */
  public boolean lookAgain() {
    var found = store.toLookAt(AT_ONCE);
    store.change(found, happens(found, Event::lookedAgain, now()));
    return !found.isEmpty();
  }

  /** Takes contacts-service's newest counts; those of events that are not known are passed over. */
  public void countMeetings(Map<Event.Id, Counts.Meetings> counts) {
    var copies = new HashMap<Event.Id, Document>();
    counts.forEach((id, meetings) -> copies.put(id, EventDocuments.meetings(meetings)));
    counted("meetings", copies);
  }

  /** Takes followup-service's newest counts. */
  public void countProgress(Map<Event.Id, Counts.Progress> counts) {
    var copies = new HashMap<Event.Id, Document>();
    counts.forEach((id, progress) -> copies.put(id, EventDocuments.progress(progress)));
    counted("progress", copies);
  }

  private void counted(String field, Map<Event.Id, Document> copies) {
    store.keepCopies(field, copies);
    var counted = new ArrayList<>(copies.keySet());
    store.changeAndAnnounce(counted, happens(counted, Event::counted, now()));
  }

  private static Rule<Event.Id> happens(
      List<Event.Id> found, BiFunction<Event, Instant, Event> what, Instant now) {
    return (line, current) -> {
      var next = current == null ? null : what.apply(current, now);
      return new Decision<>(next == current ? null : next, found.get(line));
    };
  }

  private static Decision<Outcome<Event>> decided(Event current, Event next) {
    return new Decision<>(next == current ? null : next, new Outcome.Done<>(next, false));
  }

  private static Decision<Outcome<Event>> refused(Problem problem) {
    return new Decision<>(null, new Outcome.Refused<>(problem));
  }

  /** Documents keep milliseconds; an answer shows what a later one will show. */
  private Instant now() {
    return clock.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private Event.Id id(String organiser, String externalId) {
    return Event.Id.of(ids, organiser, externalId);
  }

  private static Problem unknown() {
    return Problem.notFound("such event of this organiser");
  }

  private static Problem cancelled() {
    return conflict(
        "event-cancelled", "The event is cancelled, which is final; register another one.");
  }

  private static Problem notTold() {
    return new Problem(
        HttpStatus.SERVICE_UNAVAILABLE,
        "not-announced-yet",
        "It is kept, but the other services cannot be told at the moment; repeat the request until it is answered with 200.");
  }

  private static Problem conflict(String slug, String detail) {
    return new Problem(HttpStatus.CONFLICT, slug, detail);
  }
}
