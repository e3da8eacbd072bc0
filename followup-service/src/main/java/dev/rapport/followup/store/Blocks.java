package dev.rapport.followup.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Who has blocked whom, at any event: nobody brings the two together. */
public final class Blocks {

  private static final String BLOCKED = "blocked";

  private final FollowUps followUps;

  /** Takes the follow-ups, whose answers say so. */
  public Blocks(FollowUps followUps) {
    this.followUps = followUps;
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
