package dev.rapport.followup.hear;

import dev.rapport.followup.ask.Notifications;
import dev.rapport.followup.change.Changes;
import dev.rapport.followup.list.ListTimer;
import dev.rapport.followup.list.ListTimer.Told;
import dev.rapport.followup.plan.Result;
import dev.rapport.followup.plan.State.Channel;
import dev.rapport.followup.settle.Deferrals;
import dev.rapport.followup.welcome.WelcomeTimer;
import dev.rapport.messaging.Message;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes what notification-service says of asks. */
final class Answers {

  private final Changes changes;
  private final ListTimer lists;
  private final WelcomeTimer welcomes;
  private final Notifications notifications;
  private final Deferrals deferrals;

  Answers(
      Changes changes,
      ListTimer lists,
      WelcomeTimer welcomes,
      Notifications notifications,
      Deferrals deferrals) {
    this.changes = changes;
    this.lists = lists;
    this.welcomes = welcomes;
    this.notifications = notifications;
    this.deferrals = deferrals;
  }

  private record Asked(@Nullable UUID notification, UUID followUp) {}

  private record Said(Result result, Channel channel, Instant at) {}

  void told(List<Message<NotificationSettled>> messages) {
    var said = new HashMap<Asked, Said>();
    var putOff = new HashSet<UUID>();
    var told = new ArrayList<Told>();
    var welcomed = new ArrayList<WelcomeTimer.Told>();
    for (var message : messages) {
      var settled = message.body();
      switch (settled.purpose()) {
        case invite, connect -> {
          var at = settled.at().truncatedTo(ChronoUnit.MILLIS);
          for (var item : settled.items()) {
            if (settled.wasDeferred()) {
              putOff.add(item.followUp());
            }
            // The first word about an item settled it.
            said.putIfAbsent(
                new Asked(settled.notification(), item.followUp()),
                new Said(item.toResult(), settled.toChannel(), at));
          }
        }
        case list ->
            settled
                .items()
                .forEach(
                    item ->
                        told.add(
                            new Told(
                                settled.recipient(),
                                settled.notification(),
                                item.followUp(),
                                item.toResult())));
        case welcome ->
            settled
                .items()
                .forEach(
                    item ->
                        welcomed.add(
                            new WelcomeTimer.Told(
                                settled.notification(), item.followUp(), item.toResult())));
      }
    }
    lists.answered(told, notifications);
    welcomes.answered(welcomed);
    // Before the changes: the count that these bring about has it then.
    deferrals.put(putOff);
    changes.each(
        said.keySet().stream().map(Asked::followUp).collect(Collectors.toSet()),
        (current, world) -> {
          // An answer about an earlier slot says nothing about what is asked for now.
          var word = said.get(new Asked(notifications.of(current), current.id()));
          return word == null
              ? current
              : current.told(word.result(), word.channel(), word.at(), world);
        });
  }
}
