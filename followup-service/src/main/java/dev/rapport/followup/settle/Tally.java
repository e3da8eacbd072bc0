package dev.rapport.followup.settle;

import dev.rapport.followup.plan.Result;
import dev.rapport.followup.store.FollowUps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;

/**
 * Counts what an organiser sees of an event beside what it closes by: follow-ups that count, by
 * state, answer, channel, day and hour. One pass groups them, by few enough kinds to be added up
 * here.
 */
final class Tally {

  private final Map<String, Long> byState = new TreeMap<>();
  private final Map<String, Long> byAnswer = new TreeMap<>();
  private final Map<String, Long> byChannel = new TreeMap<>();
  private final Map<String, Long> byDay = new TreeMap<>();
  private final Map<Instant, long[]> byHour = new TreeMap<>();
  private final long deferred;
  private long bounced;
  private long bothWilling;

  private Tally(long deferred) {
    this.deferred = deferred;
  }

  /** Returns the numbers as they are stored and told; {@code deferred} goes along with them. */
  static Document of(FollowUps followUps, UUID event, long deferred) {
    var tally = new Tally(deferred);
    followUps.documents().aggregate(pipeline(event)).forEach(tally::add);
    return tally.numbers();
  }

  private static List<Document> pipeline(UUID event) {
    var hour = new Document("date", "$settledAt").append("unit", "hour");
    var kind =
        new Document("state", "$state")
            .append("outcome", "$outcome")
            .append("answer", new Document("$ifNull", List.of("$answer", "$ownersAnswer", "none")))
            .append("channel", new Document("$ifNull", List.of("$channel", "email")))
            .append("bothWilling", "$bothWilling")
            .append("bounced", bounced())
            .append("slot", "$slot")
            .append("onTime", "$onTime")
            .append("hour", new Document("$dateTrunc", hour));
    return List.of(
        new Document("$match", new Document("event", event).append("counts", true)),
        new Document(
            "$group", new Document("_id", kind).append("count", new Document("$sum", 1L))));
  }

  /** Whether a mail server refused it for good; of other ways the document holds the name. */
  private static Document bounced() {
    var byMail = new Document("$eq", List.of(new Document("$type", "$askedBy"), "missing"));
    var refused = new Document("$eq", List.of("$failure", Result.REFUSED.word()));
    return new Document("$and", List.of(byMail, refused));
  }

  private void add(Document group) {
    var kind = group.get("_id", Document.class);
    var count = group.get("count", Number.class).longValue();
    var state = kind.getString("state");
    var answer = kind.getString("answer");
    if (!answer.equals("none")) {
      byAnswer.merge(answer, count, Long::sum);
    }
    if (kind.getBoolean("bounced", false)) {
      bounced += count;
    }
    if (state.equals("settled")) {
      settled(kind, count);
      return;
    }
    byState.merge(state, count, Long::sum);
    if (kind.getBoolean("bothWilling", false)) {
      bothWilling += count;
    }
    var slot = kind.getString("slot");
    if (slot != null) {
      byDay.merge(slot, count, Long::sum);
    }
  }

  private void settled(Document kind, long count) {
    var outcome = kind.getString("outcome");
    switch (outcome) {
      case "sent", "connected" -> byChannel.merge(channel(kind), count, Long::sum);
      case "done" -> byChannel.merge("byHand", count, Long::sum);
      default -> {}
    }
    if (outcome.equals("connected")) {
      bothWilling += count;
    }
    Date hour = kind.getDate("hour");
    if (hour != null) {
      var two = byHour.computeIfAbsent(hour.toInstant(), h -> new long[2]);
      two[kind.getBoolean("onTime", false) ? 0 : 1] += count;
    }
  }

  private static String channel(Document kind) {
    var channel = kind.getString("channel");
    return channel.equals("email") ? "mail" : channel;
  }

  private Document numbers() {
    var days = new ArrayList<Document>();
    byDay.forEach((day, count) -> days.add(new Document("day", day).append("count", count)));
    var hours = new ArrayList<Document>();
    byHour.forEach(
        (hour, two) ->
            hours.add(
                new Document("hour", Date.from(hour))
                    .append("inTime", two[0])
                    .append("late", two[1])));
    return new Document("byState", document(byState))
        .append("byAnswer", document(byAnswer))
        .append("byChannel", document(byChannel))
        .append("byTrouble", new Document("deferred", deferred).append("bounced", bounced))
        .append("bothWilling", bothWilling)
        .append("scheduled", days)
        .append("settled", hours);
  }

  private static Document document(Map<String, Long> counts) {
    var document = new Document();
    counts.forEach(document::append);
    return document;
  }
}
