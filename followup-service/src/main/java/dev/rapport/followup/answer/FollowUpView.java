package dev.rapport.followup.answer;

import dev.rapport.followup.ask.Notifications;
import dev.rapport.followup.plan.Answer;
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.plan.State;
import dev.rapport.followup.plan.State.Due;
import dev.rapport.followup.plan.State.Scheduled;
import dev.rapport.followup.plan.State.Settled;
import dev.rapport.followup.store.FollowUpDocument;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up as the API shows it: ids only, but for the owner's own view of the contact's name.
 */
@Schema(name = "FollowUp")
record FollowUpView(
    UUID id,
    UUID event,
    UUID owner,
    UUID contact,
    @Schema(description = "only where the owner looks at their own") @Nullable String contactName,
    @Schema(allowableValues = {"waiting", "scheduled", "withOwner", "due", "settled"}) String state,
    @Schema(description = "whether the meeting counts") boolean counts,
    @Schema(allowableValues = {"owner", "contact", "both", "none"}) String reportedBy,
    @Schema(description = "absent once one of the two is erased") @Nullable String how,
    @Nullable Instant firstMet,
    @Nullable Instant lastMet,
    @Nullable Instant deadline,
    @Schema(description = "the UTC day of the invite, while it is scheduled or due")
        @Nullable LocalDate slot,
    @Nullable Boolean automatic,
    @Nullable Boolean byHand,
    @Schema(allowableValues = {"sent", "done", "waived", "undeliverable", "missed", "withdrawn"})
        @Nullable String outcome,
    @Nullable String reason,
    @Nullable Instant settledAt,
    @Nullable Boolean onTime,
    @Schema(allowableValues = {"none", "accepted", "declined", "notMet", "blocked"}) String answer,
    @Nullable Instant answeredAt,
    @Schema(description = "the latest invite that names it") @Nullable UUID notification,
    long rev) {

  static FollowUpView of(
      FollowUp followUp, Notifications notifications, @Nullable String contactName) {
    var state = followUp.state();
    var meeting = followUp.erased() ? null : followUp.meeting();
    var settled = state instanceof Settled s ? s : null;
    var byHand = byHand(state);
    return new FollowUpView(
        followUp.id(),
        followUp.event(),
        followUp.owner(),
        followUp.contact(),
        contactName,
        FollowUpDocument.name(state),
        followUp.meeting().counts(),
        followUp.meeting().reportedBy().word(),
        meeting == null ? null : meeting.how(),
        meeting == null ? null : meeting.firstMet(),
        meeting == null ? null : meeting.lastMet(),
        followUp.deadline(),
        slot(state),
        byHand == null ? null : !byHand,
        byHand,
        settled == null ? null : settled.outcome().word(),
        settled == null ? null : settled.reason(),
        settled == null ? null : settled.at(),
        settled == null ? null : settled.onTime(),
        followUp.answer().kind().word(),
        followUp.answer().kind() == Answer.Kind.NONE ? null : followUp.answer().at(),
        notifications.of(followUp),
        followUp.rev());
  }

  private static @Nullable LocalDate slot(State state) {
    return switch (state) {
      case Scheduled scheduled -> scheduled.slot();
      case Due due -> due.slot();
      default -> null;
    };
  }

  private static @Nullable Boolean byHand(State state) {
    return switch (state) {
      case Scheduled scheduled -> scheduled.byHand();
      case Due due -> due.byHand();
      default -> null;
    };
  }
}
