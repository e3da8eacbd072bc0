package dev.rapport.contacts.roster;

import dev.rapport.messaging.Contract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What events-service says, as far as this service listens. */
public final class EventsMessages {

  /** The topic event-changed. */
  public static final Contract<EventChanged> EVENT_CHANGED =
      Contract.of("event-changed", EventChanged.class);

  /** The topic attendance-changed. */
  public static final Contract<AttendanceChanged> ATTENDANCE_CHANGED =
      Contract.of("attendance-changed", AttendanceChanged.class);

  private EventsMessages() {}

  /** An event's dates and life. */
  public record EventChanged(
      UUID event, long rev, Instant starts, Instant ends, Policy policy, State state) {}

  /** How long reports are taken after the end. */
  public record Policy(Duration reportsUntil) {}

  /** The life of an event. */
  public enum State {
    planned,
    open,
    ended,
    followingUp,
    closed,
    cancelled
  }

  /** The badges of a person at an event. */
  public record AttendanceChanged(
      UUID attendance, UUID event, UUID person, long rev, List<Worn> badges) {}

  /** A badge with the time in which it is valid. */
  public record Worn(String code, Instant from, @Nullable Instant to) {}
}
