package dev.rapport.events.plan;

import dev.rapport.messaging.Contract;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is heard from followup-service about single follow-ups. */
final class FollowupMessages {

  static final Contract<FollowupSettled> FOLLOWUP_SETTLED =
      Contract.of("followup-settled", FollowupSettled.class);

  private FollowupMessages() {}

  /** See {@code followup-settled} in contracts. */
  record FollowupSettled(
      UUID followUp, UUID event, UUID owner, @Nullable String outcome, @Nullable Boolean onTime) {

    PlanStore.Done done() {
      return new PlanStore.Done(event, owner, followUp, isDone() && Boolean.TRUE.equals(onTime));
    }

    private boolean isDone() {
      return switch (outcome) {
        case "sent", "done", "connected" -> true;
        case null, default -> false;
      };
    }
  }
}
