package dev.rapport.followup.hear;

import dev.rapport.followup.ask.Notifications;
import dev.rapport.followup.change.Changes;
import dev.rapport.followup.list.ListTimer;
import dev.rapport.followup.list.ListTimer.Told;
import dev.rapport.followup.plan.Answer;
import dev.rapport.followup.plan.Result;
import dev.rapport.followup.plan.State.Channel;
import dev.rapport.followup.settle.Deferrals;
import dev.rapport.followup.welcome.WelcomeTimer;
import dev.rapport.messaging.Ids;
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

/** Takes what notification-service says of asks, and mirrors answers to the other direction. */
final class Answers {

  private final Changes changes;
  private final ListTimer lists;
  private final WelcomeTimer welcomes;
  private final Notifications notifications;
  private final Deferrals deferrals;
  private final Ids ids;

  Answers(
      Changes changes,
      ListTimer lists,
      WelcomeTimer welcomes,
      Notifications notifications,
      Deferrals deferrals,
      Ids ids) {
    this.changes = changes;
    this.lists = lists;
    this.welcomes = welcomes;
    this.notifications = notifications;
    this.deferrals = deferrals;
    this.ids = ids;
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

  void mirror(List<Message<FollowupSettled>> messages) {
    var mirrored = new HashMap<UUID, Answer.Kind>();
    for (var message : messages) {
      var settled = message.body();
      var answer = settled.toAnswer();
      if (answer != Answer.Kind.NONE) {
        var other = ids.of("follow-up", settled.event(), settled.contact(), settled.owner());
        mirrored.put(other, answer);
      }
    }
    changes.each(
        mirrored.keySet(),
        (current, world) -> {
          var answer = mirrored.get(current.id());
          return answer == null ? current : current.mirrored(answer, world);
        });
  }
}
