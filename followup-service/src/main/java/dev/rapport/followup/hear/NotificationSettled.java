package dev.rapport.followup.hear;

import dev.rapport.followup.plan.Result;
import dev.rapport.followup.plan.State;
import dev.rapport.followup.plan.Word;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** notification-service: what became of a notification's items. */
record NotificationSettled(
    UUID notification,
    UUID recipient,
    Purpose purpose,
    List<Item> items,
    Channel channel,
    Instant at,
    @Nullable Integer deferrals) {

  /** Whether a server put it off at least once. */
  boolean wasDeferred() {
    return deferrals != null && deferrals > 0;
  }

  /** Spelled as on the wire. */
  enum Channel {
    email,
    platform,
    mastodon
  }

  State.Channel toChannel() {
    return Word.of(State.Channel.class, channel.name());
  }

  /** Spelled as on the wire. */
  enum Purpose {
    invite,
    list,
    connect,
    welcome
  }

  record Item(UUID followUp, long rev, Outcome result) {

    Result toResult() {
      return Word.of(Result.class, result.name());
    }
  }

  /** Spelled as on the wire. */
  enum Outcome {
    delivered,
    refused,
    suppressed,
    cancelled,
    late,
    inDoubt,
    withheld
  }
}
