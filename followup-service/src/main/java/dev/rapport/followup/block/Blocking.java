package dev.rapport.followup.block;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.rapport.access.Page;
import dev.rapport.access.Problem;
import dev.rapport.followup.answer.Acts;
import dev.rapport.followup.answer.KnownPeople;
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.plan.Person;
import dev.rapport.followup.settle.Settlements;
import dev.rapport.followup.store.Blocks;
import dev.rapport.followup.store.FollowUps;
import dev.rapport.followup.store.People;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A block is what one of the two said on a follow-up, or on several: whoever said it can see it and
 * take it back, and the other learns of neither.
 */
@Component
class Blocking {

  private final Blocks blocks;
  private final FollowUps followUps;
  private final People people;
  private final Acts acts;
  private final Settlements settlements;

  Blocking(Blocks blocks, FollowUps followUps, People people, Acts acts, Settlements settlements) {
    this.blocks = blocks;
    this.followUps = followUps;
    this.people = people;
    this.acts = acts;
    this.settlements = settlements;
  }

  /** Returns one page of those whom a person blocks, the latest first. */
  Page<Block> of(UUID person, int limit, @Nullable Block after) {
    var since = new HashMap<UUID, Instant>();
    for (var followUp : blocks.of(person)) {
      var at = followUp.blockedAt(person);
      since.merge(other(followUp, person), at == null ? Instant.EPOCH : at, Blocking::earlier);
    }
    var shown =
        since.entrySet().stream()
            .map(one -> new Block(one.getKey(), "", one.getValue()))
            .sorted(Block.LATEST_FIRST)
            .filter(one -> after == null || Block.LATEST_FIRST.compare(one, after) > 0)
            .limit(limit + 1L)
            .toList();
    return Page.of(named(shown), limit, Block::cursor);
  }

  /** Lifts a person's own block; false when there was none. What the other said stands. */
  boolean lift(UUID person, UUID contact) {
    var held = blocks.between(person, contact);
    var own = held.stream().filter(f -> f.isBlockedBy(person)).toList();
    if (own.isEmpty()) {
      return false;
    }
    // Who heard of blocks before they were kept by follow-up hears by which ones these two are
    // parted; else what is left of them could not be told from what is lifted.
    settlements.repeat(held.stream().map(FollowUp::id).toList());
    acts.unblocked(own, person);
    return true;
  }

  /**
   * Reports somebody whom the person met for abuse, and blocks them.
   *
   * @throws Problem if the two never met (404), or the other is erased (410)
   */
  Block report(UUID person, UUID contact) {
    var reported =
        followUps.find(
            Filters.and(
                Filters.eq("owner", contact),
                Filters.eq("contact", person),
                Filters.ne("erased", true)),
            Sorts.ascending("_id"),
            Integer.MAX_VALUE);
    if (reported.isEmpty()) {
      var known = people.byId(List.of(contact)).get(contact);
      throw known != null && known.erased()
          ? KnownPeople.erased()
          : Problem.notFound("such contact of this person");
    }
    var since =
        acts.reported(reported).values().stream()
            .map(f -> f.blockedAt(person))
            .filter(at -> at != null)
            .min(Instant::compareTo)
            .orElseThrow(KnownPeople::erased);
    return named(List.of(new Block(contact, "", since))).getFirst();
  }

  private List<Block> named(List<Block> some) {
    var known = people.byId(some.stream().map(Block::contact).toList());
    return some.stream()
        .map(one -> new Block(one.contact(), name(one.contact(), known), one.since()))
        .toList();
  }

  private static String name(UUID contact, Map<UUID, Person> known) {
    var person = known.get(contact);
    return person == null || person.erased() ? "" : person.name();
  }

  private static UUID other(FollowUp followUp, UUID person) {
    return followUp.owner().equals(person) ? followUp.contact() : followUp.owner();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
