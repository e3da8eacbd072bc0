package dev.rapport.notification.send;

import dev.rapport.notification.channel.Outcome;
import dev.rapport.notification.model.Item;
import dev.rapport.notification.model.Notification;
import dev.rapport.notification.model.Result;
import dev.rapport.notification.store.Attempt;
import dev.rapport.notification.store.Claimed;
import dev.rapport.notification.store.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a channel's outcome. A refusal opens the next channel, unless the invitation
 * may have gone by this one; a repeat is harmless on every channel, so that silence is tried again
 * until the window ends it.
 */
record InvitationConclusion(Pauses pauses) {

  /**
   * A channel that cannot even be asked whether it has the invitation is given up after this, once
   * the window is over.
   */
  private static final int MOST_DEFERRALS_IN_DOUBT = 5;

  /**
   * Returns what is to be written.
   *
   * @param certain whether it has not arrived as far as this attempt's question could tell
   */
  Step of(
      Claimed claimed,
      Item item,
      String channel,
      Outcome outcome,
      boolean certain,
      Instant at,
      Instant eventAt) {
    return switch (outcome) {
      case Outcome.Taken(var code) ->
          answered(
              claimed,
              item,
              Result.DELIVERED,
              attempt(at, eventAt, "delivered", code, null, item, channel));
      case Outcome.Refused(var code, var why) -> {
        var attempt = attempt(at, eventAt, "refused", code, why, item, channel);
        yield certain
            ? new Step(claimed, Map.of(), reroute(claimed, channel), attempt)
            : answered(claimed, item, Result.IN_DOUBT, attempt);
      }
      case Outcome.Later(var code, var notBefore) -> {
        var attempt = attempt(at, eventAt, "deferred", code, null, item, channel);
        yield certain
            ? new Step(claimed, Map.of(), defer(claimed, notBefore), attempt)
            : deferredInDoubt(claimed, item, attempt, notBefore);
      }
      case Outcome.Untried(var rest) ->
          certain || isOpen(claimed.notification(), eventAt)
              ? untried(claimed, at.plus(rest))
              : deferredInDoubt(
                  claimed,
                  item,
                  attempt(at, eventAt, "deferred", null, null, item, channel),
                  at.plus(rest));
      case Outcome.Silence() -> silent(claimed, item, channel, at, eventAt);
    };
  }

  /** A claimant vanished with it on the wire: nobody read an answer. */
  Step abandoned(Claimed claimed, String channel, Instant at, Instant eventAt) {
    return silent(claimed, claimed.notification().openItems().getFirst(), channel, at, eventAt);
  }

  /** It ends, and may have arrived if an earlier attempt had no answer. */
  Step over(Claimed claimed, Item item, Result result) {
    return answered(claimed, item, claimed.notification().unlessInDoubt(result), null);
  }

  /** It ends, and has not arrived: the channel said so. */
  Step certain(Claimed claimed, Item item, Result result) {
    return answered(claimed, item, result, null);
  }

  /** The questions took too long for this claim. */
  Step again(Claimed claimed) {
    return Step.of(claimed, new Step.Then.Postpone(pauses.next(claimed.notification(), 0)));
  }

  private Step silent(Claimed claimed, Item item, String word, Instant at, Instant eventAt) {
    var next = pauses.next(claimed.notification(), claimed.notification().doubts());
    return new Step(
        claimed,
        Map.of(),
        new Step.Then.Postpone(next),
        Attempt.inDoubt(at, eventAt, List.of(item.followUp()), word));
  }

  /**
   * It did not fail by itself, and its pauses do not grow: whoever fails again and again comes
   * after it by and by, and keeps it back no more.
   */
  private Step untried(Claimed claimed, Instant notBefore) {
    return Step.of(
        claimed, new Step.Then.Postpone(pauses.next(claimed.notification(), 0, notBefore)));
  }

  private static boolean isOpen(Notification notification, Instant now) {
    var window = notification.window();
    return window != null && !window.isOver(now);
  }

  private Step deferredInDoubt(
      Claimed claimed, Item item, Attempt attempt, @Nullable Instant notBefore) {
    var notification = claimed.notification();
    return isOpen(notification, attempt.eventAt())
            || notification.deferrals() < MOST_DEFERRALS_IN_DOUBT
        ? new Step(claimed, Map.of(), defer(claimed, notBefore), attempt)
        : answered(claimed, item, Result.IN_DOUBT, attempt);
  }

  private Step.Then defer(Claimed claimed, @Nullable Instant notBefore) {
    var notification = claimed.notification();
    return new Step.Then.Defer(pauses.next(notification, notification.deferrals(), notBefore));
  }

  private static Step.Then reroute(Claimed claimed, String refused) {
    return new Step.Then.Reroute(claimed.notification().route().refusedToo(refused));
  }

  /** An invitation has one item; were there more, they would go one after another. */
  private static Step answered(
      Claimed claimed, Item item, Result result, @Nullable Attempt attempt) {
    var alone = claimed.notification().openItems().size() == 1;
    return new Step(
        claimed,
        Map.of(item.followUp(), result),
        alone ? new Step.Then.Settle() : new Step.Then.Reroute(List.of()),
        attempt);
  }

  private static Attempt attempt(
      Instant at,
      Instant eventAt,
      String result,
      @Nullable Integer code,
      @Nullable String text,
      Item item,
      String channel) {
    return new Attempt(at, eventAt, result, code, null, text, List.of(item.followUp()), channel);
  }
}
