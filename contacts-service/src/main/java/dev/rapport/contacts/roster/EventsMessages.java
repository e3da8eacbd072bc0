package dev.rapport.contacts.roster;

import dev.rapport.messaging.Contract;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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

  /** An event's name, dates and life. */
  public record EventChanged(
      UUID event,
      long rev,
      String organiser,
      String externalId,
      String name,
      Instant starts,
      Instant ends,
      ZoneId zone,
      Policy policy,
      State state) {}

  /**
   * How long reports are taken after the end.
   *
   * @param sensedAtLeast how long a pair was near each other before it is asked whether they met
   */
  public record Policy(Duration reportsUntil, @Nullable Duration sensedAtLeast) {}

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
      UUID attendance, UUID event, UUID person, long rev, List<Worn> badges, boolean cancelled) {}

  /** A badge with the time in which it is valid. */
  public record Worn(String code, Instant from, @Nullable Instant to) {}
}
