package dev.rapport.notification.model;

import java.time.Instant;

/** A stretch of event time in which a mail must start; its end is outside. */
public record Window(Instant from, Instant to) {

  /** Whether a mail may start now. */
  public boolean contains(Instant now) {
    return !now.isBefore(from) && now.isBefore(to);
  }

  /** Whether it is over. */
  public boolean isOver(Instant now) {
    return !now.isBefore(to);
  }

  Window and(Window other) {
    return new Window(
        from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
  }

  boolean isEmpty() {
    return !from.isBefore(to);
  }
}
