package dev.rapport.contacts.count;

import dev.rapport.messaging.Outgoing;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;

/**
 * What an event's meetings add up to, on the topic meetings-counted. All numbers are of the stored
 * documents, never of increments.
 *
 * @param directions two for each meeting that counts, stubs of the erased included
 * @param revSum the sum of the revisions over all directions, counting or not
 * @param unsent directions whose newest contact-met the broker does not have yet
 * @param waitingScans scans whose badge may still become known
 * @param unresolvedScans scans whose badge nobody claimed
 */
record MeetingsCounted(
    UUID event,
    long rev,
    long directions,
    long revSum,
    long unsent,
    long waitingScans,
    long unresolvedScans) {

  static final String TOPIC = "meetings-counted";

  private static final List<String> NUMBERS =
      List.of("directions", "revSum", "unsent", "waitingScans", "unresolvedScans");

  /** The numbers as they are stored. */
  Document numbers() {
    return new Document("directions", directions)
        .append("revSum", revSum)
        .append("unsent", unsent)
        .append("waitingScans", waitingScans)
        .append("unresolvedScans", unresolvedScans);
  }

  boolean isStoredIn(Document count) {
    var numbers = numbers();
    return NUMBERS.stream().allMatch(name -> Objects.equals(numbers.get(name), count.get(name)));
  }

  static List<Outgoing> of(Document count) {
    var event = Objects.requireNonNull(count.get("_id", UUID.class));
    var said =
        new MeetingsCounted(
            event,
            number(count, "rev"),
            number(count, "directions"),
            number(count, "revSum"),
            number(count, "unsent"),
            number(count, "waitingScans"),
            number(count, "unresolvedScans"));
    return List.of(Outgoing.state(TOPIC, event, said.rev, said));
  }

  private static long number(Document count, String name) {
    return Objects.requireNonNull(count.get(name, Number.class), name).longValue();
  }
}
