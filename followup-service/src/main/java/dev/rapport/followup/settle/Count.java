package dev.rapport.followup.settle;

import dev.rapport.followup.plan.State.Outcome;
import dev.rapport.followup.store.FollowUps;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;

/** Counts an event's follow-ups, by owner first; a second pass is the {@link Tally}. */
public final class Count {

  private final FollowUps followUps;
  private final Deferrals deferrals;

  /** Takes what to count. */
  public Count(FollowUps followUps, Deferrals deferrals) {
    this.followUps = followUps;
    this.deferrals = deferrals;
  }

  /** Returns the numbers as they are stored and told. */
  Document numbers(UUID event) {
    var found =
        followUps.documents().aggregate(pipeline(event)).into(new ArrayList<>()).stream()
            .findFirst()
            .orElse(new Document());
    var byOutcome = new Document();
    for (var outcome : Outcome.values()) {
      var settled = number(found, outcome.word());
      if (settled > 0) {
        byOutcome.append(outcome.word(), settled);
      }
    }
    return new Document("total", number(found, "total"))
        .append("open", number(found, "open"))
        .append("revSum", number(found, "revSum"))
        .append("byOutcome", byOutcome)
        .append(
            "people",
            new Document("met", number(found, "met"))
                .append("complete", number(found, "complete"))
                .append("late", number(found, "late"))
                .append("open", number(found, "waitedFor")))
        .append(FollowupProgress.TALLY, Tally.of(followUps, event, deferrals.of(event)));
  }

  private static List<Document> pipeline(UUID event) {
    var byOwner =
        new Document("_id", "$owner")
            .append("total", sum(new Document("$cond", List.of("$counts", 1, 0))))
            .append("open", sumWhere(new Document("$ne", List.of("$state", "settled"))))
            .append("late", sumWhere(new Document("$eq", List.of("$onTime", false))))
            .append("revSum", sum("$meetingRev"));
    var all =
        new Document("_id", null)
            .append("total", sum("$total"))
            .append("open", sum("$open"))
            .append("revSum", sum("$revSum"));
    for (var outcome : Outcome.values()) {
      byOwner.append(
          outcome.word(), sumWhere(new Document("$eq", List.of("$outcome", outcome.word()))));
      all.append(outcome.word(), sum("$" + outcome.word()));
    }
    all.put("met", sum(ownersWhere(positive("$total"))));
    all.put("waitedFor", sum(ownersWhere(positive("$open"))));
    all.put("late", sum(ownersWhere(positive("$total"), none("$open"), positive("$late"))));
    all.put("complete", sum(ownersWhere(positive("$total"), none("$open"), none("$late"))));
    return List.of(
        new Document("$match", new Document("event", event)),
        new Document("$group", byOwner),
        new Document("$group", all));
  }

  private static Document sumWhere(Document condition) {
    return sum(
        new Document("$cond", List.of(new Document("$and", List.of("$counts", condition)), 1, 0)));
  }

  private static Document ownersWhere(Document... conditions) {
    return new Document("$cond", List.of(new Document("$and", List.of(conditions)), 1, 0));
  }

  private static Document positive(String field) {
    return new Document("$gt", List.of(field, 0));
  }

  private static Document none(String field) {
    return new Document("$eq", List.of(field, 0));
  }

  private static Document sum(Object what) {
    return new Document("$sum", what);
  }

  private static long number(Document document, String field) {
    var number = document.get(field, Number.class);
    return number == null ? 0 : number.longValue();
  }
}
