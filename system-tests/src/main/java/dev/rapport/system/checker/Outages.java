package dev.rapport.system.checker;

import dev.rapport.system.ledger.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** When parts of the system were down, in order. */
record Outages(List<Entry.Outage> all) {

  /** What a sender is called that stands still: what it has on the wire stands still with it. */
  private static final String SENDER_PAUSED = "notification-service paused";

  /** After a restart the sessions of killed readers expire, and what has piled up is worked off. */
  private static final Duration RECOVERY = Duration.ofSeconds(30);

  Outages {
    all = all.stream().sorted(Comparator.comparing(o -> o.when().asked())).toList();
  }

  /** The longest time (event time) for which some part was down without a break. */
  Duration longest(Function<Instant, Instant> eventTime) {
    Duration longest = Duration.ZERO;
    Instant from = Instant.MIN;
    Instant until = Instant.MIN;
    for (Entry.Outage outage : all) {
      Instant starts = eventTime.apply(outage.when().asked());
      Instant ends = eventTime.apply(outage.until());
      from = starts.isAfter(until) ? starts : from;
      until = ends.isAfter(until) ? ends : until;
      Duration length = Duration.between(from, until);
      longest = length.compareTo(longest) > 0 ? length : longest;
    }
    return longest;
  }

  /** The machine time between the two in which nothing was down, or had just come back. */
  Duration quiet(Instant from, Instant until) {
    Duration quiet = Duration.ZERO;
    Instant reached = from;
    for (Entry.Outage outage : all) {
      if (outage.when().asked().isBefore(until) && outage.when().asked().isAfter(reached)) {
        quiet = quiet.plus(Duration.between(reached, outage.when().asked()));
      }
      Instant well = outage.until().plus(RECOVERY);
      reached = well.isAfter(reached) && outage.when().asked().isBefore(until) ? well : reached;
    }
    return reached.isBefore(until) ? quiet.plus(Duration.between(reached, until)) : quiet;
  }

  /** The machine time between the two in which no sender stood still. */
  Duration moving(Instant from, Instant until) {
    Duration moving = Duration.between(from, until);
    for (Entry.Outage outage : all) {
      Instant begins = outage.when().asked().isAfter(from) ? outage.when().asked() : from;
      Instant ends = outage.until().isBefore(until) ? outage.until() : until;
      if (outage.part().equals(SENDER_PAUSED) && begins.isBefore(ends)) {
        moving = moving.minus(Duration.between(begins, ends));
      }
    }
    return moving;
  }
}
