package dev.rapport.contacts.meeting;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The one write in which a meeting changes: an aggregation pipeline that changes the reports and
 * derives everything else from them. {@code rev} goes up, and the meeting is pending again, only if
 * what is derived is another than before; so a repeat changes nothing, in whatever order.
 *
 * <p>A stored meeting: {@code {_id, event, people: [first, second], reports: [{id, by: 0|1, how,
 * at, arrived, body, token, undone?}], blocked?, now: {first, last, arrived, how, by, counts,
 * reason}, rev, pendingRev?, pendingSince?, trace?, erased?}}. Of an erased one only a counted stub
 * is left, its reports by id and side, and no pipeline touches it.
 */
final class Derivation {

  /** More fresh keys for one pair than any conference has; beyond it the document would burst. */
  static final int MOST_REPORTS = 1_000;

  /** The latest request that is followed, of those that changed the meeting. */
  static final String TRACE = "trace";

  private Derivation() {}

  /**
   * Adds a report unless it is there already. A new one counts as the pair stands now: what a block
   * ended that is lifted since goes on with it.
   */
  static List<Bson> adding(Report report, boolean blocked, Instant machineNow) {
    var entry =
        new Document("id", report.id())
            .append("by", report.pair().indexOf(report.reporter()))
            .append("how", report.how().name())
            .append("at", Date.from(report.at()))
            .append("arrived", Date.from(report.arrived()))
            .append("body", report.body())
            .append("token", report.token());
    var known = op("$ifNull", "$reports", List.of());
    var stays =
        op(
            "$or",
            op("$in", report.id(), op("$ifNull", "$reports.id", List.of())),
            op("$gte", op("$size", known), MOST_REPORTS));
    var change =
        new Document("event", op("$ifNull", "$event", report.event()))
            .append("people", op("$ifNull", "$people", report.pair().people()))
            .append("blocked", op("$cond", stays, op("$or", "$blocked", false), blocked))
            .append(
                "reports",
                op(
                    "$cond",
                    stays,
                    known,
                    op("$concatArrays", known, List.of(new Document("$literal", entry)))));
    var trace = report.trace();
    if (trace != null) {
      change.append(TRACE, op("$cond", stays, "$" + TRACE, trace));
    }
    return pipeline(change, machineNow);
  }

  /** Marks a report as a mistake. */
  static List<Bson> undoing(UUID report, Instant machineNow) {
    var marked =
        new Document(
            "$map",
            new Document("input", "$reports")
                .append(
                    "in",
                    op(
                        "$cond",
                        op("$eq", "$$this.id", report),
                        op("$mergeObjects", "$$this", new Document("undone", true)),
                        "$$this")));
    return pipeline(new Document("reports", marked), machineNow);
  }

  /** Ends what the pair's meetings count for. */
  static List<Bson> blocking(Instant machineNow) {
    return pipeline(new Document("blocked", true), machineNow);
  }

  /**
   * What is left of a meeting of someone who was erased; its {@code rev} stays, it still counts.
   */
  static List<Bson> stub() {
    var now = new Document("counts", "$now.counts").append("reason", "$now.reason");
    var report = new Document("id", "$$this.id").append("by", "$$this.by");
    return List.of(
        new Document(
            "$replaceWith",
            new Document("_id", "$_id")
                .append("event", "$event")
                .append("people", "$people")
                .append(
                    "reports",
                    new Document("$map", new Document("input", "$reports").append("in", report)))
                .append("rev", "$rev")
                .append("erased", true)
                .append("now", now)));
  }

  private static List<Bson> pipeline(Document change, Instant machineNow) {
    // A stub keeps its fields as they are: each change applies only to what is not erased.
    change.replaceAll((field, value) -> op("$cond", "$erased", "$" + field, value));
    var rev = op("$add", op("$ifNull", "$rev", 0L), 1L);
    return List.of(
        set(change),
        set(new Document("next", op("$cond", "$erased", "$now", derived()))),
        set(new Document("changed", op("$ne", "$next", "$now"))),
        set(
            new Document("now", "$next")
                .append("rev", op("$cond", "$changed", rev, "$rev"))
                .append("pendingRev", op("$cond", "$changed", rev, "$pendingRev"))
                .append(
                    "pendingSince",
                    op("$cond", "$changed", Date.from(machineNow), "$pendingSince"))),
        new Document("$unset", List.of("next", "changed")));
  }

  /** What follows from the reports that are not undone; of none of them, what was last known. */
  private static Document derived() {
    var live =
        new Document(
            "$filter",
            new Document("input", "$reports").append("cond", op("$not", "$$this.undone")));
    var hows = op("$setUnion", "$$live.how", List.of());
    var sides = op("$setUnion", "$$live.by", List.of());
    var some = op("$gt", op("$size", "$$live"), 0);
    var fields =
        new Document("first", op("$ifNull", op("$min", "$$live.at"), "$now.first"))
            .append("last", op("$ifNull", op("$max", "$$live.at"), "$now.last"))
            .append("arrived", op("$ifNull", op("$max", "$$live.arrived"), "$now.arrived"))
            .append("how", oneOf(hows, "$now.how", op("$first", hows)))
            .append(
                "by",
                oneOf(
                    sides,
                    "none",
                    op("$cond", op("$eq", op("$first", sides), 0), "first", "second")))
            .append("counts", op("$and", some, op("$not", "$blocked")))
            .append(
                "reason", op("$cond", "$blocked", "blocked", op("$cond", some, null, "undone")));
    return new Document(
        "$let", new Document("vars", new Document("live", live)).append("in", fields));
  }

  private static Document oneOf(Document set, String none, Document single) {
    var size = op("$size", set);
    return op("$cond", op("$eq", size, 0), none, op("$cond", op("$eq", size, 1), single, "both"));
  }

  private static Document set(Document fields) {
    return new Document("$set", fields);
  }

  private static Document op(String name, @Nullable Object... arguments) {
    return new Document(name, arguments.length == 1 ? arguments[0] : Arrays.asList(arguments));
  }
}
