package dev.rapport.notification.send;

import dev.rapport.notification.model.Item;
import dev.rapport.notification.model.Notification;
import dev.rapport.notification.model.Result;
import dev.rapport.notification.smtp.Reply;
import dev.rapport.notification.store.Attempt;
import dev.rapport.notification.store.Claimed;
import dev.rapport.notification.store.Step;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What follows from a server's answer. Once in doubt, only delivered or in doubt is answered. */
record Conclusion(Pauses pauses) {

  /**
   * A mail in doubt that the server keeps putting off, or whose server cannot be reached, is given
   * up after this many times: no window ends it.
   */
  private static final int MOST_DEFERRALS_IN_DOUBT = 5;

  Step of(Claimed claimed, List<Item> items, Reply reply, Instant at, Instant eventAt) {
    var notification = claimed.notification();
    return switch (reply) {
      case Reply.Accepted(var said) ->
          new Step(
              claimed,
              all(items, Result.DELIVERED),
              new Step.Then.Settle(),
              attempt("delivered", said, items, at, eventAt));
      case Reply.Refused(var said) ->
          new Step(
              claimed,
              all(items, notification.unlessInDoubt(Result.REFUSED)),
              new Step.Then.Settle(),
              attempt("refused", said, items, at, eventAt));
      case Reply.Deferred(var said) ->
          deferred(claimed, items, attempt("deferred", said, items, at, eventAt));
      case Reply.NotStarted() -> deferred(claimed, items, null);
      case Reply.NoAnswer() ->
          doubted(claimed, items, Attempt.inDoubt(at, eventAt, followUps(items)));
    };
  }

  private Step deferred(Claimed claimed, List<Item> items, @Nullable Attempt attempt) {
    var notification = claimed.notification();
    if (notification.isInDoubt() && notification.deferrals() >= MOST_DEFERRALS_IN_DOUBT) {
      return new Step(claimed, all(items, Result.IN_DOUBT), new Step.Then.Settle(), attempt);
    }
    var next = pauses.next(notification, notification.deferrals());
    return new Step(claimed, Map.of(), new Step.Then.Defer(next), attempt);
  }

  /** No answer, also from a claimant that vanished: sent again, but not without end. */
  private Step doubted(Claimed claimed, List<Item> items, Attempt attempt) {
    var notification = claimed.notification();
    if (notification.doubts() >= Notification.MOST_RESENDS) {
      return new Step(claimed, all(items, Result.IN_DOUBT), new Step.Then.Settle(), attempt);
    }
    var next = pauses.next(notification, notification.doubts());
    return new Step(claimed, Map.of(), new Step.Then.Postpone(next), attempt);
  }

  private static Attempt attempt(
      String result, Reply.Said said, List<Item> items, Instant at, Instant eventAt) {
    return new Attempt(
        at, eventAt, result, said.code(), said.status(), said.text(), followUps(items), null);
  }

  private static List<UUID> followUps(List<Item> items) {
    return items.stream().map(Item::followUp).toList();
  }

  private static Map<UUID, Result> all(List<Item> items, Result result) {
    var answers = new LinkedHashMap<UUID, Result>();
    items.forEach(item -> answers.put(item.followUp(), result));
    return answers;
  }
}
