package dev.rapport.events.life;

import dev.rapport.events.life.Life.Cancellable;
import dev.rapport.events.life.Life.Cancelled;
import dev.rapport.events.life.Life.Closed;
import dev.rapport.events.life.Life.Ended;
import dev.rapport.events.life.Life.FollowingUp;
import dev.rapport.events.life.Life.Open;
import dev.rapport.events.life.Life.Planned;
import java.time.Instant;
import java.util.Optional;

/** What each thing that happens makes of a life; the same life means that nothing changes. */
public final class Course {

  private Course() {}

  /** The clock moved on. */
  public static Life timePassed(Life life, Dates dates, Instant now) {
    return switch (life) {
      case Planned planned -> planned.timePassed(dates, now);
      case Open open -> open.timePassed(dates, now);
      case Ended _, FollowingUp _, Closed _, Cancelled _ -> life;
    };
  }

  /** The organiser moved the dates; an event that was over may be ahead again. */
  public static Life moved(Life life, Dates dates, Instant now) {
    return switch (life) {
      case Cancelled _ -> life;
      case Planned _, Open _, Ended _, FollowingUp _, Closed _ -> {
        if (!dates.begun(now)) {
          yield life instanceof Planned ? life : new Planned(now);
        }
        if (!dates.over(now)) {
          yield life instanceof Open ? life : new Open(now);
        }
        yield timePassed(life, dates, now);
      }
    };
  }

  /** A count came in. */
  public static Life counted(Life life, Counts counts, Instant now) {
    return switch (life) {
      case Ended ended -> ended.counted(counts, now);
      case Closed closed -> closed.counted(counts, now);
      case Planned _, Open _, FollowingUp _, Cancelled _ -> life;
    };
  }

  /** Nothing came in for a while, so that the counts at hand are looked at again. */
  public static Life lookedAgain(Life life, Counts counts, Instant now) {
    return switch (life) {
      case Ended ended -> ended.lookedAgain(counts, now);
      case FollowingUp followingUp -> followingUp.lookedAgain(counts, now);
      case Planned _, Open _, Closed _, Cancelled _ -> counted(life, counts, now);
    };
  }

  /** The organiser ends the event by hand; empty where that makes no sense. */
  public static Optional<Life> end(Life life, Instant now) {
    return switch (life) {
      case Open open -> Optional.of(open.end(now));
      case Ended _, FollowingUp _, Closed _ -> Optional.of(life);
      case Planned _, Cancelled _ -> Optional.empty();
    };
  }

  /** The organiser calls the event off; empty where it is too late. */
  public static Optional<Life> cancel(Life life, Instant now) {
    return switch (life) {
      case Cancellable running -> Optional.of(running.cancel(now));
      case Cancelled _ -> Optional.of(life);
      case Closed _ -> Optional.empty();
    };
  }
}
