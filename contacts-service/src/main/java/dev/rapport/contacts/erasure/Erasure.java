package dev.rapport.contacts.erasure;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a person's erasure is.
 *
 * @param owner whose old friend the person was, or null
 * @param asked when it was asked for (machine time)
 * @param looks how often this service has seen to it
 * @param contacts when each service had erased (machine time), or null while it has not said so
 */
record Erasure(
    UUID id,
    UUID person,
    @Nullable UUID owner,
    Instant asked,
    int looks,
    @Nullable Instant contacts,
    @Nullable Instant events,
    @Nullable Instant followup,
    @Nullable Instant notification) {

  /** Requests that had looked the person up before live no longer than this. */
  private static final Duration STRAGGLERS = Duration.ofMinutes(1);

  /** A broker compacts within a day, but never the newest segment: a later tombstone closes it. */
  private static final Duration LOGS = Duration.ofHours(25);

  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  boolean isComplete() {
    return Stream.of(contacts, events, followup, notification).allMatch(at -> at != null);
  }

  /**
   * Returns when to see to it again, or null when nothing is left: with growing pauses while a
   * service has not answered, then once for stragglers and once for the logs.
   */
  @Nullable Instant nextLook(Instant now, Duration retryAfter) {
    if (!isComplete()) {
      var pause = retryAfter.multipliedBy(1L << Math.min(looks, 12));
      return now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }
    return Stream.of(asked.plus(STRAGGLERS), asked.plus(LOGS))
        .filter(now::isBefore)
        .findFirst()
        .orElse(null);
  }
}
