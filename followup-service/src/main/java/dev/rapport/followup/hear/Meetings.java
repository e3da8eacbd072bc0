package dev.rapport.followup.hear;

import dev.rapport.followup.change.Changes;
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.store.Worlds;
import dev.rapport.messaging.Ids;
import dev.rapport.messaging.Message;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Makes a follow-up for every direction of a meeting, and keeps it up with the meeting. */
final class Meetings {

  private final Changes changes;
  private final Worlds worlds;
  private final Ids ids;

  Meetings(Changes changes, Worlds worlds, Ids ids) {
    this.changes = changes;
    this.worlds = worlds;
    this.ids = ids;
  }

  void heard(List<Message<ContactMet>> messages) {
    var newest = new HashMap<UUID, ContactMet>();
    var events = new HashSet<UUID>();
    var people = new HashSet<UUID>();
    for (var message : messages) {
      var met = message.body();
      events.add(met.event());
      people.add(met.owner());
      people.add(met.contact());
      newest.merge(id(met), met, (one, other) -> one.rev() < other.rev() ? other : one);
    }
    var world = worlds.of(events, people);
    changes.apply(
        newest.keySet(),
        (id, current) -> {
          var met = newest.get(id);
          if (met == null) {
            return current;
          }
          return current == null
              ? FollowUp.of(id, met.event(), met.owner(), met.contact(), met.toMeeting())
                  .planned(world)
              : current.heard(met.toMeeting(), world);
        });
  }

  private UUID id(ContactMet met) {
    return ids.of("follow-up", met.event(), met.owner(), met.contact());
  }
}
