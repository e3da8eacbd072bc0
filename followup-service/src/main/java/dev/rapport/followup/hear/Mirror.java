package dev.rapport.followup.hear;

import dev.rapport.followup.change.Changes;
import dev.rapport.followup.plan.Answer;
import dev.rapport.followup.store.Concerned;
import dev.rapport.messaging.Ids;
import dev.rapport.messaging.Message;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/**
 * Carries an answer to the other direction, and to whatever else was to be told of the two: it is
 * heard again until all of that is done.
 */
final class Mirror {

  private final Changes changes;
  private final List<Concerned> concerned;
  private final Ids ids;

  Mirror(Changes changes, List<Concerned> concerned, Ids ids) {
    this.changes = changes;
    this.concerned = concerned;
    this.ids = ids;
  }

  void heard(List<Message<FollowupSettled>> messages) {
    var mirrored = new HashMap<UUID, Answer.Kind>();
    var parted = new HashSet<UUID>();
    for (var message : messages) {
      var settled = message.body();
      var answer = settled.toAnswer();
      if (answer != Answer.Kind.NONE) {
        var other = ids.of("follow-up", settled.event(), settled.contact(), settled.owner());
        mirrored.put(other, answer);
      }
      if (answer.endsBoth()) {
        parted.addAll(List.of(settled.owner(), settled.contact()));
      }
    }
    changes.each(
        mirrored.keySet(),
        (current, world) -> {
          var answer = mirrored.get(current.id());
          return answer == null ? current : current.mirrored(answer, world);
        });
    if (!parted.isEmpty()) {
      concerned.forEach(feature -> feature.parted(parted));
    }
  }
}
