package dev.rapport.contacts.sensed;

import dev.rapport.contacts.meeting.Pair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * Two people near each other for a while.
 *
 * @param to its end, excluded
 */
record Nearness(UUID event, Pair pair, Instant from, Instant to) {

  /** The time that is counted in: as sensors of badges see it (SocioPatterns), 20 s. */
  static final Duration SLOT = Duration.ofSeconds(20);

  /**
   * Returns the slots whose middle lies in it, counted from the epoch: time that is told twice or
   * overlaps falls into the same ones, and 20 s fill exactly one wherever they start.
   */
  List<Long> slots() {
    var first = Math.ceilDiv(from.toEpochMilli() - SLOT.toMillis() / 2, SLOT.toMillis());
    var end = Math.ceilDiv(to.toEpochMilli() - SLOT.toMillis() / 2, SLOT.toMillis());
    return LongStream.range(first, end).boxed().collect(ArrayList::new, List::add, List::addAll);
  }

  /** How many slots make up this time. */
  static int slots(Duration least) {
    return (int) Math.max(1, Math.ceilDiv(least.toMillis(), SLOT.toMillis()));
  }
}
