package dev.rapport.followup.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.rapport.followup.plan.Answer;
import java.util.List;
import org.bson.conversions.Bson;

/** What is looked up how; each index but the two of the timer is left alone by most transitions. */
final class FollowUpIndexes {

  private FollowUpIndexes() {}

  static List<IndexModel> all() {
    return List.of(
        // The follow-ups of a slot share one dueAt, so a claim reads whole slots in order.
        new IndexModel(
            Indexes.ascending(FollowUpDocument.DUE_AT, "contact"),
            new IndexOptions()
                .name("due")
                .partialFilterExpression(Filters.exists(FollowUpDocument.DUE_AT, true))),
        new IndexModel(
            Indexes.ascending(FollowUpDocument.RETRY_AT),
            new IndexOptions()
                .name("retry")
                .partialFilterExpression(Filters.exists(FollowUpDocument.RETRY_AT, true))),
        // Of few: who is connected, or wants nothing of the other; who was reported; of whom an
        // owner is still to be told that they accepted; who accepted at all.
        new IndexModel(
            Indexes.ascending(FollowUpDocument.PAIR), new IndexOptions().name("pair").sparse(true)),
        ofOwners("abuse", Filters.eq(FollowUpDocument.ABUSE, true)),
        ofOwners("news", Filters.eq(FollowUpDocument.NEWS, true)),
        ofOwners("accepted", Filters.eq(FollowUpDocument.ANSWER, Answer.Kind.ACCEPTED.word())),
        new IndexModel(Indexes.ascending("owner"), new IndexOptions().name("owner")),
        new IndexModel(Indexes.ascending("contact"), new IndexOptions().name("contact")),
        new IndexModel(Indexes.ascending("event", "_id"), new IndexOptions().name("event")));
  }

  private static IndexModel ofOwners(String name, Bson few) {
    return new IndexModel(
        Indexes.ascending("owner"), new IndexOptions().name(name).partialFilterExpression(few));
  }
}
