package dev.rapport.followup.welcome;

import dev.rapport.followup.plan.Attendance;
import dev.rapport.followup.plan.Event;
import dev.rapport.followup.plan.Person;
import dev.rapport.followup.plan.Window;
import dev.rapport.followup.plan.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The welcome of one attendance.
 *
 * @param id the attendance's
 * @param ask the UTC day of the mail that is asked for and not answered yet
 * @param takenBack whether that is on its way back
 * @param asked the last day that was asked for, never asked for again
 * @param ended whether it went out, or cannot
 */
record Welcome(
    UUID id,
    UUID event,
    UUID person,
    long rev,
    @Nullable LocalDate ask,
    boolean takenBack,
    @Nullable LocalDate asked,
    boolean ended) {

  /** What is to be done about it now. */
  sealed interface Next {

    /** A mail on this UTC day. */
    record Ask(LocalDate day, Window window) implements Next {}

    /** The mail that is asked for is not wanted any more. */
    record TakeBack() implements Next {}

    /** Look again at that moment, in event time. */
    record Later(Instant at) implements Next {}

    /** Event or person are not known yet. */
    record Unknown() implements Next {}

    /** Nothing, until something is heard. */
    record Sleep() implements Next {}
  }

  /** Decides by what is known; nothing about it waits for a message alone. */
  Next next(@Nullable Attendance attendance, World world, Duration within) {
    if (ended || takenBack || attendance == null) {
      return new Next.Sleep();
    }
    var event = world.events().get(this.event);
    var person = world.people().get(this.person);
    var gone =
        attendance.cancelled()
            || (person != null && person.erased())
            || (event != null && event.state() == Event.State.CANCELLED);
    if (ask != null || gone) {
      return ask != null && gone ? new Next.TakeBack() : new Next.Sleep();
    }
    return event == null || person == null
        ? new Next.Unknown()
        : next(event, person, world.now(), within);
  }

  private Next next(Event event, Person person, Instant now, Duration within) {
    var notBefore = notBefore(event, now, within);
    var day = event.waking(person).first(notBefore, event.ends(), asked);
    if (day == null) {
      return new Next.Sleep(); // the event is over, or as good as that
    }
    var start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    return start.isAfter(now)
        ? new Next.Later(start)
        : new Next.Ask(day, event.waking(person).on(day, notBefore, event.ends()));
  }

  /** The window of the day that is asked for, as it is now; one that is over is answered late. */
  Window window(LocalDate day, World world, Duration within) {
    var event = world.events().get(this.event);
    var person = world.people().get(this.person);
    if (event != null && person != null) {
      var notBefore = notBefore(event, world.now(), within);
      var window = event.waking(person).on(day, notBefore, event.ends());
      if (window.from().isBefore(window.to())) {
        return window;
      }
    }
    var start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    return new Window(start, start.plusSeconds(1));
  }

  private static Instant notBefore(Event event, Instant now, Duration within) {
    var earliest = event.starts().minus(within);
    return earliest.isAfter(now) ? earliest : now;
  }
}
