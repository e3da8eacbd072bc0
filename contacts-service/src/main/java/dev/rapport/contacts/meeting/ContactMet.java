package dev.rapport.contacts.meeting;

import dev.rapport.messaging.Contract;
import dev.rapport.messaging.Outgoing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as one of the two sees it, on the topic contact-met.
 *
 * @param firstMet the earliest report's moment (event time), {@code lastMet} the latest one's
 * @param reportedAt when the latest report came in (event time)
 * @param counts whether it is to be followed up; if not, {@code reason} says why
 */
public record ContactMet(
    UUID meeting,
    UUID owner,
    UUID contact,
    UUID event,
    long rev,
    Instant firstMet,
    Instant lastMet,
    Instant reportedAt,
    How how,
    By reportedBy,
    boolean counts,
    @Nullable Reason reason) {

  /** The topic, as this service hears itself on it. */
  public static final Contract<ContactMet> CONTRACT = Contract.of("contact-met", ContactMet.class);

  /** The ways in which the two met. */
  public enum How {
    faceToFace,
    virtual,
    both
  }

  /** Who said so, seen from the owner. */
  public enum By {
    owner,
    contact,
    both,
    none
  }

  /** Why a meeting does not count. */
  public enum Reason {
    undone,
    blocked
  }

  /** Both directions of a stored meeting; nothing of a stub, whose last state was sent before. */
  static List<Outgoing> both(Document meeting) {
    if (meeting.getBoolean("erased", false)) {
      return List.of();
    }
    var stored = StoredMeeting.of(meeting);
    var trace = meeting.getString(Derivation.TRACE);
    var traces = trace == null ? List.<String>of() : List.of(trace);
    return Stream.of(stored.seenBy(0), stored.seenBy(1))
        .map(met -> outgoing(met).tracedBy(traces))
        .toList();
  }

  private static Outgoing outgoing(ContactMet met) {
    var id = "%s/%s/%d".formatted(met.meeting, met.owner, met.rev);
    return new Outgoing(CONTRACT.topic(), met.owner.toString(), id, met, met.rev);
  }
}
