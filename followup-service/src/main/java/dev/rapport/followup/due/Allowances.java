package dev.rapport.followup.due;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import dev.rapport.followup.store.FollowUps;
import dev.rapport.followup.store.SenderSettings;
import dev.rapport.messaging.Ids;
import dev.rapport.messaging.Indexing;
import dev.rapport.messaging.MachineClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * What may go out by itself in one person's name on one UTC day, to people of whom they alone say
 * that they met. A document for each of the two holds what is drawn: one update decides, so no more
 * is ever drawn, and who draws again what they have drawn gets it.
 */
public final class Allowances {

  /** Nobody draws for a day that is long over; the ids in here name nobody. */
  private static final long KEPT_DAYS = 30;

  private static final String DRAWN = "drawn";

  private final MongoCollection<Document> allowances;
  private final FollowUps followUps;
  private final SenderSettings settings;
  private final MachineClock clock;
  private final Ids ids;

  /** Takes where it is kept and how much it is. */
  public Allowances(
      MongoDatabase database,
      FollowUps followUps,
      SenderSettings settings,
      MachineClock clock,
      Ids ids) {
    this.allowances = database.getCollection("allowances");
    Indexing.make(
        allowances,
        Indexes.ascending("at"),
        new IndexOptions().name("old").expireAfter(KEPT_DAYS, TimeUnit.DAYS));
    this.followUps = followUps;
    this.settings = settings;
    this.clock = clock;
    this.ids = ids;
  }

  /** Draws for a day; returns which of the follow-ups may go out on it. */
  Set<UUID> draw(LocalDate day, Map<UUID, List<UUID>> wanted) {
    if (wanted.isEmpty()) {
      return Set.of();
    }
    var acceptances = followUps.acceptances(wanted.keySet());
    var writes = new ArrayList<WriteModel<Document>>();
    var byId = new HashMap<UUID, Collection<UUID>>();
    wanted.forEach(
        (owner, those) -> {
          var id = ids.of("allowance", owner, day);
          var limit = settings.allowance(acceptances.getOrDefault(owner, 0L));
          byId.put(id, those);
          writes.add(
              new UpdateOneModel<>(
                  Filters.eq("_id", id),
                  List.of(draw(those, limit)),
                  new UpdateOptions().upsert(true)));
        });
    allowances.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    var granted = new HashSet<UUID>();
    for (var document : allowances.find(Filters.in("_id", byId.keySet()))) {
      var drawn = document.getList(DRAWN, UUID.class, List.of());
      var those = byId.getOrDefault(document.get("_id", UUID.class), List.of());
      drawn.stream().filter(those::contains).forEach(granted::add);
    }
    return granted;
  }

  /** Adds those that are not drawn yet, as far as the limit allows; none is ever taken away. */
  private Document draw(List<UUID> wanted, int limit) {
    var isNew = new Document("$not", List.of(new Document("$in", List.of("$$this", "$$before"))));
    var fresh = new Document("$filter", new Document("input", wanted).append("cond", isNew));
    var most = new Document("$max", List.of(limit, new Document("$size", "$$before")));
    var drawn =
        new Document(
            "$slice", List.of(new Document("$concatArrays", List.of("$$before", fresh)), most));
    var before = new Document("before", new Document("$ifNull", List.of("$" + DRAWN, List.of())));
    return new Document(
        "$set",
        new Document(DRAWN, new Document("$let", new Document("vars", before).append("in", drawn)))
            .append("at", Date.from(clock.now())));
  }
}
