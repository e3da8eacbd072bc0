package dev.rapport.followup.hear;

import dev.rapport.followup.plan.Event;
import dev.rapport.followup.plan.Word;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** events-service: an event as it is now. */
record EventChanged(
    UUID event,
    long rev,
    long policyRev,
    String organiser,
    String externalId,
    String name,
    Instant starts,
    Instant ends,
    ZoneId zone,
    Policy policy,
    Life state,
    @Nullable Boolean held) {

  record Policy(
      Duration followUpWithin,
      Duration lateGrace,
      LocalTime wakingFrom,
      LocalTime wakingTo,
      List<Integer> listDays) {}

  /** Spelled as on the wire. */
  enum Life {
    planned,
    open,
    ended,
    followingUp,
    closed,
    cancelled
  }

  Event toEvent() {
    return new Event(
        event,
        rev,
        policyRev,
        organiser,
        externalId,
        name,
        starts.truncatedTo(ChronoUnit.MILLIS),
        ends.truncatedTo(ChronoUnit.MILLIS),
        zone,
        new Event.Policy(
            policy.followUpWithin(),
            policy.lateGrace(),
            policy.wakingFrom(),
            policy.wakingTo(),
            policy.listDays()),
        Word.of(Event.State.class, state.name()),
        Boolean.TRUE.equals(held));
  }
}
