package dev.rapport.followup.settle;

import dev.rapport.messaging.Outgoing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The message on {@code followup-progress}.
 *
 * @param total follow-ups whose meeting counts
 * @param open those of them that are not settled
 * @param revSum the sum of the meeting revisions recorded, over all documents
 * @param byOutcome settled ones whose meeting counts, by outcome
 */
record FollowupProgress(
    UUID event,
    long rev,
    long total,
    long open,
    long revSum,
    Map<String, Long> byOutcome,
    Owners people,
    @Nullable Map<String, Long> byState,
    @Nullable Map<String, Long> byAnswer,
    @Nullable Map<String, Long> byChannel,
    @Nullable Map<String, Long> byTrouble,
    @Nullable Long bothWilling,
    @Nullable List<Day> scheduled,
    @Nullable List<Hour> settled) {

  static final String TOPIC = "followup-progress";

  /** Where the document has the numbers that {@link Count} gave. */
  static final String NUMBERS = "numbers";

  /** Where those have what {@link Tally} gave; absent in what was stored before there was one. */
  static final String TALLY = "tally";

  /** Follow-ups that are to be sent on a UTC day. */
  record Day(String day, long count) {}

  /** Follow-ups by the hour of their outcome, event time. */
  record Hour(Instant hour, long inTime, long late) {}

  /** Owners with at least one follow-up that counts, by how far they are. */
  record Owners(long met, long complete, long late, long open) {}

  /** The message of a stored count. */
  static List<Outgoing> of(Document stored) {
    var event = required(stored.get("_id", UUID.class));
    var rev = number(stored, "rev");
    var numbers = required(stored.get(NUMBERS, Document.class));
    var tally = numbers.get(TALLY, Document.class);
    var people = required(numbers.get("people", Document.class));
    var progress =
        new FollowupProgress(
            event,
            rev,
            number(numbers, "total"),
            number(numbers, "open"),
            number(numbers, "revSum"),
            counts(numbers, "byOutcome"),
            new Owners(
                number(people, "met"),
                number(people, "complete"),
                number(people, "late"),
                number(people, "open")),
            tally == null ? null : counts(tally, "byState"),
            tally == null ? null : counts(tally, "byAnswer"),
            tally == null ? null : counts(tally, "byChannel"),
            // What was stored before troubles were counted says nothing of them.
            tally == null || !tally.containsKey("byTrouble") ? null : counts(tally, "byTrouble"),
            tally == null ? null : number(tally, "bothWilling"),
            tally == null ? null : days(tally),
            tally == null ? null : hours(tally));
    return List.of(Outgoing.state(TOPIC, event, rev, progress));
  }

  private static Map<String, Long> counts(Document document, String field) {
    var counts = new TreeMap<String, Long>();
    var stored = required(document.get(field, Document.class));
    stored.keySet().forEach(word -> counts.put(word, number(stored, word)));
    return counts;
  }

  private static List<Day> days(Document tally) {
    return tally.getList("scheduled", Document.class).stream()
        .map(day -> new Day(required(day.getString("day")), number(day, "count")))
        .toList();
  }

  private static List<Hour> hours(Document tally) {
    return tally.getList("settled", Document.class).stream()
        .map(
            hour ->
                new Hour(
                    required(hour.getDate("hour")).toInstant(),
                    number(hour, "inTime"),
                    number(hour, "late")))
        .toList();
  }

  private static long number(Document document, String field) {
    return required(document.get(field, Number.class)).longValue();
  }

  private static <T> T required(@Nullable T value) {
    return Objects.requireNonNull(value, "A stored count lacks a field");
  }
}
