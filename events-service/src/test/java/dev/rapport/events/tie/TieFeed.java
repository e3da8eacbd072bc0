package dev.rapport.events.tie;

import dev.rapport.events.tie.MeetingMessages.ContactMet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Hands ties to the service as if they had been heard. */
public final class TieFeed {

  private TieFeed() {}

  /** Has both directions of each tie heard, as one batch. */
  public static void hear(Ties ties, List<Tie> met, long rev) {
    var heard = new ArrayList<ContactMet>();
    for (var tie : met) {
      heard.add(message(tie, tie.one(), tie.other(), rev));
      heard.add(message(tie, tie.other(), tie.one(), rev));
    }
    ties.hear(heard);
  }

  private static ContactMet message(Tie tie, UUID owner, UUID contact, long rev) {
    Instant first = Objects.requireNonNull(tie.firstMet());
    return new ContactMet(
        new UUID(
            tie.one().getLeastSignificantBits() << 32 | tie.other().getLeastSignificantBits(),
            tie.event().getLeastSignificantBits()),
        owner,
        contact,
        tie.event(),
        rev,
        first,
        Objects.requireNonNull(tie.lastMet()),
        Objects.requireNonNull(tie.how()).wireName(),
        tie.mutual() ? "both" : "owner",
        true);
  }
}
