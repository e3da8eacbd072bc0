package dev.rapport.followup.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.rapport.followup.plan.FollowUp;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.conversions.Bson;

/** Who has blocked whom, at any event: nobody brings the two together. */
public final class Blocks {

  private static final String BLOCKED = "blocked";

  private final FollowUps followUps;

  /** Takes the follow-ups, whose answers say so. */
  public Blocks(FollowUps followUps) {
    this.followUps = followUps;
  }

  /** Returns the follow-ups on which this person blocks the other. */
  public List<FollowUp> of(UUID person) {
    return find(
        Filters.or(
            Filters.and(
                Filters.eq("owner", person), Filters.eq(FollowUpDocument.OWNERS_ANSWER, BLOCKED)),
            Filters.and(
                Filters.eq("contact", person), Filters.eq(FollowUpDocument.ANSWER, BLOCKED))));
  }

  /** Returns the follow-ups on which one of the two blocks the other, or both do. */
  public List<FollowUp> between(UUID one, UUID other) {
    return find(
        Filters.and(
            Filters.eq(FollowUpDocument.PAIR, FollowUp.pair(one, other)),
            Filters.in("owner", one, other),
            Filters.or(
                Filters.eq(FollowUpDocument.ANSWER, BLOCKED),
                Filters.eq(FollowUpDocument.OWNERS_ANSWER, BLOCKED))));
  }

  private List<FollowUp> find(Bson filter) {
    return followUps.find(
        Filters.and(filter, Filters.ne("erased", true)), Sorts.ascending("_id"), Integer.MAX_VALUE);
  }

  /** Returns the pairs of these people between whom there is a block. */
  public Set<Set<UUID>> among(Collection<UUID> people) {
    var pairs = new HashSet<Set<UUID>>();
    if (people.size() < 2) {
      return pairs;
    }
    followUps
        .documents()
        .find(
            Filters.and(
                Filters.in("owner", people),
                Filters.in("contact", people),
                Filters.or(
                    Filters.eq(FollowUpDocument.ANSWER, BLOCKED),
                    Filters.eq(FollowUpDocument.OWNERS_ANSWER, BLOCKED))))
        .projection(Projections.include("owner", "contact"))
        .forEach(
            f ->
                pairs.add(
                    Set.of(
                        FollowUpDocument.uuid(f, "owner"), FollowUpDocument.uuid(f, "contact"))));
    return pairs;
  }
}
