package dev.rapport.notification.send;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Since when everything that had been said is known to be heard. The ends of a topic at a moment
 * are compared with what its reader has committed later: once that reaches those ends, all that was
 * said until that moment is heard, however much came after it.
 *
 * @param asOf the latest such moment, in machine time; null before the first
 * @param probedAt when the ends were read that are not reached yet
 */
record CaughtUp<P>(@Nullable Instant asOf, @Nullable Instant probedAt, Map<P, Long> ends) {

  static <P> CaughtUp<P> never() {
    return new CaughtUp<>(null, null, Map.of());
  }

  /**
   * Returns what is known after one more look.
   *
   * @param now when the ends were read, before what is committed
   */
  CaughtUp<P> look(Instant now, Map<P, Long> newEnds, Map<P, Long> committed) {
    if (reached(newEnds, committed)) {
      return new CaughtUp<>(now, null, Map.of());
    }
    if (probedAt == null) {
      return new CaughtUp<>(asOf, now, newEnds);
    }
    return reached(ends, committed) ? new CaughtUp<>(probedAt, now, newEnds) : this;
  }

  private static <P> boolean reached(Map<P, Long> ends, Map<P, Long> committed) {
    return !ends.isEmpty()
        && ends.entrySet().stream()
            .allMatch(end -> committed.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }
}
