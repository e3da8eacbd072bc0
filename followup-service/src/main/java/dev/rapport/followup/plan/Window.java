package dev.rapport.followup.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A stretch of event time, its end excluded. */
public record Window(Instant from, Instant to) {

  static final Window NEVER = new Window(Instant.EPOCH, Instant.EPOCH);

  /** Mails start in the first half, which leaves room for a backlog and for deferrals. */
  private static final double SPREAD = 0.5;

  Duration length() {
    return Duration.between(from, to);
  }

  boolean isEmpty() {
    return !from.isBefore(to);
  }

  Window within(Instant notBefore, Instant before) {
    var start = from.isBefore(notBefore) ? notBefore : from;
    var end = to.isAfter(before) ? before : to;
    return start.isBefore(end) ? new Window(start, end) : NEVER;
  }

  /** Returns this id's own moment in the window, so that not everyone is written to at once. */
  public Instant momentOf(UUID id) {
    var share = ((id.getLeastSignificantBits() >>> 8) & 0xFFFFFF) / (double) 0x1000000;
    return from.plusMillis((long) (length().toMillis() * SPREAD * share));
  }
}
