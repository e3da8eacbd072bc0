package dev.rapport.followup.hear;

import dev.rapport.followup.change.Changes;
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.plan.World;
import dev.rapport.followup.store.Blocks;
import dev.rapport.followup.store.Worlds;
import dev.rapport.messaging.Ids;
import dev.rapport.messaging.Message;
import dev.rapport.messaging.Trails;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Makes a follow-up for every direction of a meeting, and keeps it up with the meeting. */
final class Meetings {

  private final Changes changes;
  private final Worlds worlds;
  private final Blocks blocks;
  private final Ids ids;
  private final Trails trails;

  Meetings(Changes changes, Worlds worlds, Blocks blocks, Ids ids, Trails trails) {
    this.trails = trails;
    this.changes = changes;
    this.worlds = worlds;
    this.blocks = blocks;
    this.ids = ids;
  }

  private record Heard(ContactMet met, @Nullable String trace) {}

  void heard(List<Message<ContactMet>> messages) {
    var newest = new HashMap<UUID, Heard>();
    var events = new HashSet<UUID>();
    var people = new HashSet<UUID>();
    var pairs = new HashSet<UUID>();
    for (var message : messages) {
      var met = message.body();
      events.add(met.event());
      people.add(met.owner());
      people.add(met.contact());
      pairs.add(FollowUp.pair(met.owner(), met.contact()));
      newest.merge(
          id(met),
          new Heard(met, message.traces().isEmpty() ? null : message.traces().getFirst()),
          (one, other) -> one.met().rev() < other.met().rev() ? other : one);
    }
    var known = new AtomicReference<>(worlds.now());
    var heard =
        changes.apply(
            newest.keySet(),
            current -> {
              var world = worlds.of(events, people, pairs);
              known.set(world);
              return (id, followUp) -> next(id, followUp, newest.get(id), world);
            });
    var later = worlds.of(events, people, pairs);
    if (!later.knowsTheSame(Objects.requireNonNull(known.get()))) {
      // Who changed while these were made could not find them to plan them again.
      changes.each(heard.keySet(), FollowUp::planned);
    }
    messages.forEach(
        message -> trails.reached("in follow-up", id(message.body()), message.traces()));
  }

  private @Nullable FollowUp next(
      UUID id, @Nullable FollowUp current, @Nullable Heard heard, World world) {
    if (heard == null) {
      return current;
    }
    var met = heard.met();
    var meeting = met.toMeeting().tracedBy(heard.trace());
    if (current == null) {
      return FollowUp.of(id, met.event(), met.owner(), met.contact(), meeting).planned(world);
    }
    var next = current.heard(meeting, world);
    var isFree = next.isMetAgain() && blocks.between(met.owner(), met.contact()).isEmpty();
    return isFree ? next.metAgain(world) : next;
  }

  private UUID id(ContactMet met) {
    return ids.of("follow-up", met.event(), met.owner(), met.contact());
  }
}
