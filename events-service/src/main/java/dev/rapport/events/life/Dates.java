package dev.rapport.events.life;

import java.time.Instant;

/** When an event takes place, in event time; the end comes after the start. */
public record Dates(Instant starts, Instant ends) {

  boolean begun(Instant now) {
    return !now.isBefore(starts);
  }

  boolean over(Instant now) {
    return !now.isBefore(ends);
  }

  /** The same event, ended now. */
  public Dates endingAt(Instant now) {
    return new Dates(starts, now);
  }
}
