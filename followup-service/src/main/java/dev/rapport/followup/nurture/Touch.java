package dev.rapport.followup.nurture;

import dev.rapport.followup.plan.Answer;
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.plan.State.Settled;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where an owner and a contact stand today.
 *
 * @param last when they were last in touch, in event time; null: never
 * @param event the event at which they last met, or null
 * @param length the cadence, or null: none
 * @param dueAt when to be in touch again, or null: never
 */
public record Touch(
    Tie tie,
    @Nullable Instant last,
    @Nullable UUID event,
    @Nullable Duration length,
    @Nullable Instant dueAt) {

  /** Outcomes by which one of the two heard of the other. */
  private static final Set<String> IN_TOUCH = Set.of("sent", "done", "connected");

  /**
   * Weighs what was logged and what is known from events. A meeting that one of the two denies is
   * none; nobody is reminded of whom they know from nothing else.
   *
   * @param followUps of the two, in both directions
   */
  static Touch of(Tie tie, Habits habits, Collection<FollowUp> followUps) {
    var denied =
        followUps.stream()
            .filter(f -> f.answer().kind() == Answer.Kind.NOT_MET)
            .map(FollowUp::event)
            .collect(Collectors.toSet());
    var last = tie.lastLogged();
    Instant met = null;
    UUID event = null;
    for (var followUp : followUps) {
      if (!followUp.owner().equals(tie.owner())
          || followUp.erased()
          || !followUp.meeting().counts()
          || denied.contains(followUp.event())) {
        continue;
      }
      last = later(last, inTouch(followUp));
      if (met == null || met.isBefore(followUp.meeting().lastMet())) {
        met = followUp.meeting().lastMet();
        event = followUp.event();
      }
    }
    var cadence = tie.cadence();
    var length = cadence == null ? null : cadence.length(habits.tags());
    if (cadence == null || length == null) {
      return new Touch(tie, last, event, null, null);
    }
    if (last == null && !denied.isEmpty()) {
      return new Touch(tie, null, null, length, null);
    }
    var due = (last == null ? cadence.since() : last).plus(length);
    var dueAt = later(later(due, tie.snoozedUntil()), habits.pausedUntil());
    return new Touch(tie, last, event, length, dueAt);
  }

  /** Returns when they last met, if that was outside any event and nothing came after it. */
  public @Nullable Instant metOutside() {
    var met = tie.metOutside();
    return met != null && met.equals(last) ? met : null;
  }

  /** Whether it is time. */
  public boolean isDue(Instant now) {
    return dueAt != null && !dueAt.isAfter(now);
  }

  /** How long ago they were in touch, relative to the cadence: 2.0 is twice as long as wanted. */
  public double overdue(Instant now) {
    var cadence = tie.cadence();
    if (length == null || cadence == null) {
      return 0;
    }
    var from = last == null ? cadence.since() : last;
    return (double) Duration.between(from, now).toSeconds() / length.toSeconds();
  }

  /** Meeting, being written to, and an acceptance by either are being in touch. */
  private static Instant inTouch(FollowUp followUp) {
    var last = followUp.meeting().lastMet();
    if (followUp.state() instanceof Settled settled
        && IN_TOUCH.contains(settled.outcome().word())
        && settled.at().isAfter(last)) {
      last = settled.at();
    }
    var answer = followUp.answer();
    var at = answer.at();
    return answer.kind() == Answer.Kind.ACCEPTED && at != null && at.isAfter(last) ? at : last;
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.isAfter(one) ? other : one;
  }
}
