package dev.rapport.events.life;

import java.time.Instant;

/**
 * Where an event stands. A conference is not over at its end: it goes on until everyone who met has
 * been followed up. Each state has the transitions that are legal from it, and no others.
 */
public sealed interface Life {

  /** Since when, in event time. */
  Instant since();

  /** A new event's state. */
  static Life born(Dates dates, Instant now) {
    return new Planned(now).timePassed(dates, now);
  }

  /** A life that can still be called off. */
  sealed interface Cancellable extends Life permits Planned, Open, Ended, FollowingUp {

    /** Calls the event off, for good. */
    default Cancelled cancel(Instant now) {
      return new Cancelled(now);
    }
  }

  /** Before the start. */
  record Planned(Instant since) implements Cancellable {

    /** Becomes open at the start; both borders may have passed while nobody looked. */
    Life timePassed(Dates dates, Instant now) {
      return dates.begun(now) ? new Open(now).timePassed(dates, now) : this;
    }
  }

  /** Between start and end. */
  record Open(Instant since) implements Cancellable {

    Life timePassed(Dates dates, Instant now) {
      return dates.over(now) ? new Ended(now) : this;
    }

    Ended end(Instant now) {
      return new Ended(now);
    }
  }

  /** After the end; what is to be followed up is not known yet. */
  record Ended(Instant since) implements Cancellable {

    /** Counts that show something open. Counts that show nothing may be older than the end. */
    Life counted(Counts counts, Instant now) {
      return counts.known() && !counts.proveTheEnd() ? new FollowingUp(now) : this;
    }

    /** A pause later, what the counts show holds. */
    Life lookedAgain(Counts counts, Instant now) {
      return counts.proveTheEnd() ? new Closed(now) : counted(counts, now);
    }
  }

  /** Something is open, or not yet in follow-up. */
  record FollowingUp(Instant since) implements Cancellable {

    /**
     * What the counts show holds when they are looked at again. Two counts made at different
     * moments can agree by accident while a message is under way, but hardly for long.
     */
    Life lookedAgain(Counts counts, Instant now) {
      return counts.proveTheEnd() ? new Closed(now) : this;
    }
  }

  /** Everyone who met has been followed up. */
  record Closed(Instant since) implements Life {

    /** A late meeting reopens it. */
    Life counted(Counts counts, Instant now) {
      return counts.known() && !counts.proveTheEnd() ? new FollowingUp(now) : this;
    }
  }

  /** Called off; nothing follows. */
  record Cancelled(Instant since) implements Life {}
}
