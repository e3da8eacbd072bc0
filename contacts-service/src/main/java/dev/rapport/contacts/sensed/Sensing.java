package dev.rapport.contacts.sensed;

import dev.rapport.access.Problem;
import dev.rapport.contacts.meeting.Pair;
import dev.rapport.contacts.person.Consent.Purpose;
import dev.rapport.contacts.person.Known;
import dev.rapport.contacts.person.Person;
import dev.rapport.contacts.person.Seats;
import dev.rapport.contacts.report.Admission;
import dev.rapport.contacts.roster.EventTimes;
import dev.rapport.contacts.roster.Roster;
import dev.rapport.contacts.roster.Roster.Scanned;
import dev.rapport.contacts.sensed.SensedBodies.Interval;
import dev.rapport.contacts.sensed.SensedBodies.SensedView.State;
import dev.rapport.contacts.sensed.SensedBodies.Who;
import dev.rapport.messaging.EventClock;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes what sensors saw: of two who had both agreed by then, else it is not kept at all. */
@Service
class Sensing {

  private final Seats seats;
  private final Roster roster;
  private final Known known;
  private final Sums sums;
  private final EventClock clock;
  private final MeterRegistry meters;

  Sensing(
      Seats seats, Roster roster, Known known, Sums sums, EventClock clock, MeterRegistry meters) {
    this.seats = seats;
    this.roster = roster;
    this.known = known;
    this.sums = sums;
    this.clock = clock;
    this.meters = meters;
  }

  /** What becomes of a line. */
  sealed interface Outcome {

    /** It was taken. */
    record Taken(State state) implements Outcome {}

    /** It cannot be. */
    record Refused(Problem problem) implements Outcome {}
  }

  /** Returns an outcome for each interval, in order. */
  List<Outcome> take(UUID event, List<Interval> intervals) {
    var times = roster.event(event);
    var names = names(event, intervals);
    var pairs = new ArrayList<@Nullable Nearness>();
    var people = new HashSet<UUID>();
    for (var interval : intervals) {
      var near = names.near(event, interval);
      pairs.add(near);
      if (near != null) {
        people.addAll(List.of(near.pair().first(), near.pair().second()));
      }
    }
    var registered = known.of(people);
    var outcomes = new ArrayList<Outcome>();
    var kept = new ArrayList<Nearness>();
    for (var index = 0; index < intervals.size(); index++) {
      var near = pairs.get(index);
      var refusal = refusal(times, intervals.get(index), names);
      if (refusal != null) {
        outcomes.add(new Outcome.Refused(refusal));
      } else if (near != null && bothAgreed(near, registered)) {
        kept.add(near);
        outcomes.add(new Outcome.Taken(State.noted));
      } else {
        outcomes.add(new Outcome.Taken(State.ignored));
      }
      count(outcomes.getLast());
    }
    keep(kept, times == null ? EventTimes.SENSED_AT_LEAST : times.sensedAtLeast());
    return outcomes;
  }

  private void keep(List<Nearness> near, Duration least) {
    if (near.isEmpty()) {
      return;
    }
    sums.add(near, Nearness.slots(least));
    // Who took it back while this was written has not seen it.
    var people = people(near);
    var still = known.of(people);
    sums.forget(people.stream().filter(id -> !agrees(still.get(id))).toList());
  }

  private static Collection<UUID> people(List<Nearness> near) {
    return near.stream()
        .flatMap(one -> List.of(one.pair().first(), one.pair().second()).stream())
        .collect(Collectors.toSet());
  }

  private @Nullable Problem refusal(@Nullable EventTimes times, Interval interval, Names names) {
    return names.isOne(interval)
        ? Admission.meetsOneself()
        : Admission.refusal(times, interval.from(), clock.now());
  }

  private void count(Outcome outcome) {
    var result =
        switch (outcome) {
          case Outcome.Taken taken -> taken.state().name();
          case Outcome.Refused refused -> refused.problem().slug();
        };
    meters.counter("rapport.sensed", "result", result).increment();
  }

  private static boolean bothAgreed(Nearness near, Map<UUID, Person> people) {
    return agreedBy(people.get(near.pair().first()), near.from())
        && agreedBy(people.get(near.pair().second()), near.from());
  }

  private static boolean agrees(@Nullable Person person) {
    return person != null && person.agreesTo(Purpose.beSensed);
  }

  private static boolean agreedBy(@Nullable Person person, Instant moment) {
    var word = person == null ? null : person.word(Purpose.beSensed, null);
    return word != null && word.given() && !word.since().isAfter(moment);
  }

  /** Who is meant by names and badges. */
  private record Names(
      Roster roster, UUID event, Map<String, UUID> people, Map<Scanned, UUID> holders) {

    @Nullable Nearness near(UUID event, Interval interval) {
      var one = id(interval.one(), interval.from());
      var other = id(interval.other(), interval.from());
      return one == null || other == null || one.equals(other)
          ? null
          : new Nearness(event, Pair.of(one, other), interval.from(), interval.to());
    }

    boolean isOne(Interval interval) {
      var one = id(interval.one(), interval.from());
      return one != null && one.equals(id(interval.other(), interval.from()));
    }

    private @Nullable UUID id(Who who, Instant at) {
      return switch (who) {
        case Who.Named named -> people.get(named.externalId());
        case Who.Badge badge -> holders.get(new Scanned(roster.badge(event, badge.code()), at));
      };
    }
  }

  private Names names(UUID event, List<Interval> intervals) {
    var people = new HashSet<String>();
    var scanned = new HashSet<Scanned>();
    for (var interval : intervals) {
      for (var who : List.of(interval.one(), interval.other())) {
        switch (who) {
          case Who.Named named -> people.add(named.externalId());
          case Who.Badge badge ->
              scanned.add(new Scanned(roster.badge(event, badge.code()), interval.from()));
        }
      }
    }
    var ids =
        seats.of(people).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, seat -> seat.getValue().id()));
    return new Names(roster, event, ids, roster.holders(scanned));
  }
}
