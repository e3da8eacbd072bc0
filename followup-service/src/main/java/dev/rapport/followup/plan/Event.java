package dev.rapport.followup.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * What this service knows of an event; events-service owns it.
 *
 * @param policyRev the revision at which dates, zone or policy last changed
 * @param organiser the organiser's external id
 * @param ends the effective end
 * @param held whether its organiser holds the sending
 */
public record Event(
    UUID id,
    long rev,
    long policyRev,
    String organiser,
    String externalId,
    String name,
    Instant starts,
    Instant ends,
    ZoneId zone,
    Policy policy,
    State state,
    boolean held) {

  /** The event's life, of which only the first and the last two matter here. */
  public enum State implements Word {
    PLANNED,
    OPEN,
    ENDED,
    FOLLOWING_UP,
    CLOSED,
    CANCELLED
  }

  /**
   * How its people are followed up.
   *
   * @param listDays days after the end on which owners are told of what is open
   */
  public record Policy(
      Duration followUpWithin,
      Duration lateGrace,
      LocalTime wakingFrom,
      LocalTime wakingTo,
      List<Integer> listDays) {}

  boolean isCancelled() {
    return state == State.CANCELLED;
  }

  /** When this person is awake: in their own zone, else in the event's. */
  public Waking waking(Person person) {
    var own = person.zone();
    return new Waking(own == null ? zone : own, policy.wakingFrom(), policy.wakingTo());
  }
}
