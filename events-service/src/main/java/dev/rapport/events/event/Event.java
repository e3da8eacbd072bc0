package dev.rapport.events.event;

import dev.rapport.events.life.Counts;
import dev.rapport.events.life.Course;
import dev.rapport.events.life.Dates;
import dev.rapport.events.life.Life;
import dev.rapport.events.life.State;
import dev.rapport.messaging.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An event. Immutable: what happens to it yields the next revision, or the same object when nothing
 * changes.
 *
 * @param rev raised by every change that others hear of
 * @param policyRev the rev at which dates, zone or policy last changed
 * @param details as the organiser last said them
 * @param dates as they are in effect: the end moves to the moment at which it is ended by hand
 * @param held whether the organiser holds the sending: no mail of it goes out meanwhile
 * @param history the states that it went through, the latest last, at most {@value #REMEMBERED}
 */
public record Event(
    Id id,
    String organiser,
    String externalId,
    long rev,
    long policyRev,
    Details details,
    Dates dates,
    Life life,
    boolean held,
    List<Life> history,
    Counts counts) {

  /** A late scan a day would fill it in three months; the states before that tell no one more. */
  static final int REMEMBERED = 100;

  /** An event's id: organiser and external id. */
  public record Id(UUID value) {

    /** Derives the id, the same each time. */
    public static Id of(Ids ids, String organiser, String externalId) {
      return new Id(ids.of("event", organiser, externalId));
    }

    @Override
    public String toString() {
      return value.toString();
    }
  }

  public Event {
    history = List.copyOf(history);
  }

  static Event registered(
      Id id, String organiser, String externalId, Details details, Instant now) {
    var life = Life.born(details.dates(), now);
    return new Event(
        id,
        organiser,
        externalId,
        1,
        1,
        details,
        details.dates(),
        life,
        false,
        List.of(life),
        Counts.NONE);
  }

  /** Where it stands. */
  public State state() {
    return State.of(life);
  }

  /** The organiser says it anew; empty when the event is cancelled and something would change. */
  Optional<Event> revised(Details said, Instant now) {
    if (said.equals(details)) {
      return Optional.of(this);
    }
    if (life instanceof Life.Cancelled) {
      return Optional.empty();
    }
    // An end set by hand stands until the organiser names other dates than before.
    var inEffect = said.dates().equals(details.dates()) ? dates : said.dates();
    var plans = said.plansLike(details) ? policyRev : rev + 1;
    var next = said.dates().equals(details.dates()) ? life : Course.moved(life, inEffect, now);
    return Optional.of(next(next, inEffect, said, plans));
  }

  Event timePassed(Instant now) {
    return lives(Course.timePassed(life, dates, now));
  }

  Event counted(Instant now) {
    return lives(Course.counted(life, counts, now));
  }

  Event lookedAgain(Instant now) {
    return lives(Course.lookedAgain(life, counts, now));
  }

  /** Ends it now; empty where that makes no sense. */
  Optional<Event> end(Instant now) {
    // What the timer has not seen yet comes first: an end that has passed is never moved later.
    var current = timePassed(now);
    return Course.end(current.life, now)
        .map(
            next ->
                next.equals(current.life)
                    ? current
                    : current.next(next, dates.endingAt(now), details, current.rev + 1));
  }

  /** Calls it off; empty where it is too late. */
  Optional<Event> cancel(Instant now) {
    return Course.cancel(life, now).map(this::lives);
  }

  /** Holds its sending, or lets it go on; empty where nothing will ever be sent again. */
  Optional<Event> hold(boolean hold) {
    if (life instanceof Life.Cancelled) {
      return Optional.empty();
    }
    return Optional.of(
        hold == held
            ? this
            : new Event(
                id,
                organiser,
                externalId,
                rev + 1,
                policyRev,
                details,
                dates,
                life,
                hold,
                history,
                counts));
  }

  private Event lives(Life next) {
    return next.equals(life) ? this : next(next, dates, details, policyRev);
  }

  private Event next(Life next, Dates inEffect, Details said, long plans) {
    var passed = new ArrayList<>(history);
    if (!next.equals(life)) {
      passed.add(next);
    }
    var kept = passed.subList(Math.max(0, passed.size() - REMEMBERED), passed.size());
    return new Event(
        id, organiser, externalId, rev + 1, plans, said, inEffect, next, held, kept, counts);
  }
}
