package dev.rapport.followup.settle;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The message on {@code followup-settled}: an outcome, an answer, or both.
 *
 * @param outcome absent while it is open, as after an undone meeting counts again
 * @param channel how it went out, absent where it did not
 * @param at when it was settled, else when it was answered, in event time
 */
record FollowupSettled(
    UUID followUp,
    long rev,
    UUID event,
    UUID owner,
    UUID contact,
    @Nullable String outcome,
    @Nullable String reason,
    @Nullable Boolean onTime,
    Instant at,
    String answer,
    @Nullable Instant answeredAt,
    @Nullable String channel) {

  static final String TOPIC = "followup-settled";
}
