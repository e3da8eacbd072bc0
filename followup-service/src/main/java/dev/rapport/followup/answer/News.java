package dev.rapport.followup.answer;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.rapport.followup.ask.Beside;
import dev.rapport.followup.change.Changes;
import dev.rapport.followup.list.Besides;
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.store.FollowUpDocument;
import dev.rapport.followup.store.FollowUps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.conversions.Bson;

/** Tells owners once who has accepted. */
final class News implements Besides {

  private static final Bson UNTOLD = Filters.eq(FollowUpDocument.NEWS, true);

  private final FollowUps followUps;
  private final Changes changes;

  News(FollowUps followUps, Changes changes) {
    this.followUps = followUps;
    this.changes = changes;
  }

  @Override
  public Map<UUID, Standing> of(Collection<UUID> owners, Instant now) {
    var items = new HashMap<UUID, List<Beside>>();
    followUps
        .find(
            Filters.and(Filters.in("owner", owners), UNTOLD),
            Sorts.ascending("_id"),
            Integer.MAX_VALUE)
        .forEach(f -> items.computeIfAbsent(f.owner(), o -> new ArrayList<>()).add(beside(f)));
    var standings = new HashMap<UUID, Standing>();
    items.forEach((owner, news) -> standings.put(owner, new Standing(news, null)));
    return standings;
  }

  @Override
  public void told(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return;
    }
    var untold =
        followUps.find(
            Filters.and(Filters.in("_id", ids), UNTOLD), Sorts.ascending("_id"), ids.size());
    changes.each(untold.stream().map(FollowUp::id).toList(), (current, world) -> current.told());
  }

  private static Beside beside(FollowUp accepted) {
    return new Beside(
        accepted.id(),
        accepted.rev(),
        Beside.About.ACCEPTED,
        accepted.contact(),
        null,
        accepted.event(),
        List.of(),
        null,
        accepted.meeting(),
        null);
  }
}
