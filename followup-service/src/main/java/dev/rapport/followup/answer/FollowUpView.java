package dev.rapport.followup.answer;

import dev.rapport.followup.ask.Notifications;
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.plan.Planning;
import dev.rapport.followup.plan.State;
import dev.rapport.followup.plan.State.Due;
import dev.rapport.followup.plan.State.Outcome;
import dev.rapport.followup.plan.State.Scheduled;
import dev.rapport.followup.plan.State.Settled;
import dev.rapport.followup.store.FollowUpDocument;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up as the API shows it: ids only, but for the owner's own view of the contact's name. An
 * owner does not learn that the contact has blocked them, or says that they did not meet; the
 * platform does.
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
    @Schema(
            description =
                "what the invite says, while it is scheduled or due: it asks, both are willing anyway,"
                    + " or they are connected since an earlier event",
            allowableValues = {"invited", "bothWilling", "connected"})
        @Nullable String footing,
    @Schema(
            allowableValues = {
              "sent",
              "done",
              "connected",
              "waived",
              "undeliverable",
              "missed",
              "withdrawn"
            })
        @Nullable String outcome,
    @Schema(description = "of a withdrawal, for the owner: only where it is their own word")
        @Nullable String reason,
    @Nullable Instant settledAt,
    @Nullable Boolean onTime,
    @Schema(description = "when the owner of a missed one did it after all")
        @Nullable Instant doneLateAt,
    @Schema(
            description = "how it went out; absent where it did not",
            allowableValues = {"email", "platform", "mastodon"})
        @Nullable String channel,
    @Schema(allowableValues = {"none", "accepted", "declined", "notMet", "blocked"}) String answer,
    @Nullable Instant answeredAt,
    @Schema(description = "the latest invite that names it") @Nullable UUID notification,
    long rev) {

  static FollowUpView of(
      FollowUp followUp,
      Notifications notifications,
      @Nullable String contactName,
      boolean toPlatform) {
    var answer = toPlatform ? followUp.answer() : followUp.voices().shownToOwner();
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
        footing(state),
        settled == null ? null : settled.outcome().word(),
        settled == null ? null : reason(settled, followUp, toPlatform),
        settled == null ? null : settled.at(),
        settled == null ? null : settled.onTime(),
        settled == null ? null : settled.doneLateAt(),
        settled == null || settled.channel() == null ? null : settled.channel().word(),
        answer.kind().word(),
        answer.at(),
        notifications.of(followUp),
        followUp.rev());
  }

  // Of a withdrawal an owner reads only what is their own or the event's: an undone scan, a block
  // and "we didn't meet" of the other side look alike.
  private static @Nullable String reason(Settled settled, FollowUp followUp, boolean toPlatform) {
    var reason = settled.reason();
    var own = followUp.voices().owner().kind().word();
    return toPlatform
            || settled.outcome() != Outcome.WITHDRAWN
            || own.equals(reason)
            || Planning.EVENT_CANCELLED.equals(reason)
        ? reason
        : null;
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

  private static @Nullable String footing(State state) {
    return switch (state) {
      case Scheduled scheduled -> scheduled.footing().word();
      case Due due -> due.footing().word();
      default -> null;
    };
  }
}
