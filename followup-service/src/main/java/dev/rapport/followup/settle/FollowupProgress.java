package dev.rapport.followup.settle;

import dev.rapport.messaging.Outgoing;
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
    Owners people) {

  static final String TOPIC = "followup-progress";

  /** Where the document has the numbers that {@link Count} gave. */
  static final String NUMBERS = "numbers";

  /** Owners with at least one follow-up that counts, by how far they are. */
  record Owners(long met, long complete, long late, long open) {}

  /** The message of a stored count. */
  static List<Outgoing> of(Document stored) {
    var event = required(stored.get("_id", UUID.class));
    var rev = number(stored, "rev");
    var numbers = required(stored.get(NUMBERS, Document.class));
    var byOutcome = new TreeMap<String, Long>();
    var outcomes = required(numbers.get("byOutcome", Document.class));
    outcomes.keySet().forEach(outcome -> byOutcome.put(outcome, number(outcomes, outcome)));
    var people = required(numbers.get("people", Document.class));
    var progress =
        new FollowupProgress(
            event,
            rev,
            number(numbers, "total"),
            number(numbers, "open"),
            number(numbers, "revSum"),
            byOutcome,
            new Owners(
                number(people, "met"),
                number(people, "complete"),
                number(people, "late"),
                number(people, "open")));
    return List.of(Outgoing.state(TOPIC, event, rev, progress));
  }

  private static long number(Document document, String field) {
    return required(document.get(field, Number.class)).longValue();
  }

  private static <T> T required(@Nullable T value) {
    return Objects.requireNonNull(value, "A stored count lacks a field");
  }
}
