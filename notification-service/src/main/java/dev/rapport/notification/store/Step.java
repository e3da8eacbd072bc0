package dev.rapport.notification.store;

import dev.rapport.notification.model.Result;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a claimant found out about one notification, to be written.
 *
 * @param answers how items ended, by follow-up
 * @param then what happens to the claim
 * @param attempt for the log, if there was one
 */
public record Step(
    Claimed claimed, Map<UUID, Result> answers, Then then, @Nullable Attempt attempt) {

  /** What happens to the claim. */
  public sealed interface Then {

    /** It is kept: the rest is sent next. */
    record Keep() implements Then {}

    /** All is answered. */
    record Settle() implements Then {}

    /** It is given up without a trace, and due again. */
    record Release() implements Then {}

    /** It waits, and the server did not put it off. */
    record Postpone(Instant retryAt) implements Then {}

    /** The server put it off. */
    record Defer(Instant retryAt) implements Then {}

    /** It starts again without doubts, on another way than those that refused. */
    record Reroute(List<String> refused) implements Then {}
  }

  /** All items are answered, without an attempt. */
  public static Step settled(Claimed claimed, Map<UUID, Result> answers) {
    return new Step(claimed, answers, new Then.Settle(), null);
  }

  /** Nothing is answered, and nothing was tried. */
  public static Step of(Claimed claimed, Then then) {
    return new Step(claimed, Map.of(), then, null);
  }
}
