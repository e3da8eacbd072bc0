package dev.rapport.followup.settle;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.rapport.followup.store.FollowUps;
import dev.rapport.messaging.Indexing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.UUID;
import org.bson.Document;

/**
 * Which follow-ups' mails a server put off before they ended: {@code {_id: follow-up, event}}. It
 * changes nothing about them, so it is kept beside them; only their organiser's page counts it.
 */
public final class Deferrals {

  private final MongoCollection<Document> deferrals;
  private final FollowUps followUps;

  /** Takes where they are kept, and what they speak of. */
  public Deferrals(MongoDatabase database, FollowUps followUps) {
    this.deferrals = database.getCollection("deferrals");
    this.followUps = followUps;
    Indexing.make(deferrals, Indexes.ascending("event"));
  }

  /** Takes that these were put off; a repeat changes nothing. */
  public void put(Collection<UUID> putOff) {
    if (putOff.isEmpty()) {
      return;
    }
    var writes = new ArrayList<UpdateOneModel<Document>>();
    followUps
        .documents()
        .find(Filters.in("_id", putOff))
        .projection(Projections.include("event"))
        .forEach(
            followUp ->
                writes.add(
                    new UpdateOneModel<>(
                        Filters.eq("_id", followUp.get("_id")),
                        Updates.setOnInsert("event", followUp.get("event")),
                        new UpdateOptions().upsert(true))));
    if (!writes.isEmpty()) {
      deferrals.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }
  }

  long of(UUID event) {
    return deferrals.countDocuments(Filters.eq("event", event));
  }
}
