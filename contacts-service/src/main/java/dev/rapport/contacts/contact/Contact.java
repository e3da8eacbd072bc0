package dev.rapport.contacts.contact;

import dev.rapport.contacts.meeting.ContactMet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom the owner met, as only the owner sees them.
 *
 * @param id the place in the owner's list
 * @param met the meetings, the latest first, undone ones left out; a block is silent, so that the
 *     other side sees no change
 * @param metOutside when the two last met outside any event, or null
 * @param connected whether both want to stay in touch
 * @param friend whether it is an old friend, whom only the owner knows
 */
record Contact(
    UUID id,
    UUID contact,
    @Nullable String notes,
    List<String> tags,
    List<Met> met,
    @Nullable Instant metOutside,
    boolean connected,
    boolean friend) {

  /** A meeting at an event. */
  record Met(
      UUID meeting,
      UUID event,
      Instant firstMet,
      Instant lastMet,
      ContactMet.How how,
      ContactMet.By reportedBy) {}

  static Contact read(Document document) {
    var met = new ArrayList<Met>();
    var meetings = document.get("meetings", new Document());
    for (var id : meetings.keySet()) {
      var meeting = Objects.requireNonNull(meetings.get(id, Document.class));
      if (ContactMet.By.valueOf(meeting.getString("by")) != ContactMet.By.none) {
        met.add(met(UUID.fromString(id), meeting));
      }
    }
    met.sort(Comparator.comparing(Met::lastMet).reversed().thenComparing(Met::meeting));
    var outside = document.getDate("outside");
    return new Contact(
        Objects.requireNonNull(document.get("_id", UUID.class)),
        Objects.requireNonNull(document.get("contact", UUID.class)),
        document.getString("notes"),
        document.getList("tags", String.class, List.of()),
        met,
        outside == null ? null : outside.toInstant(),
        isConnected(document),
        document.getBoolean(Contacts.FRIEND, false));
  }

  private static boolean isConnected(Document document) {
    return document.get("agreed", new Document()).values().stream()
        .anyMatch(one -> one instanceof Document said && said.getBoolean("yes", false));
  }

  private static Met met(UUID id, Document meeting) {
    return new Met(
        id,
        Objects.requireNonNull(meeting.get("event", UUID.class)),
        meeting.getDate("first").toInstant(),
        meeting.getDate("last").toInstant(),
        ContactMet.How.valueOf(meeting.getString("how")),
        ContactMet.By.valueOf(meeting.getString("by")));
  }

  /** When they last met, at an event or outside; null of a friend. */
  @Nullable Instant lastMet() {
    if (met.isEmpty()) {
      return metOutside;
    }
    var atEvents = met.getFirst().lastMet();
    return metOutside != null && metOutside.isAfter(atEvents) ? metOutside : atEvents;
  }

  /** Whether there is a meeting left that somebody reported, one outside any event, or a friend. */
  boolean isShown() {
    return friend || !met.isEmpty() || metOutside != null;
  }
}
