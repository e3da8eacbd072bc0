package dev.rapport.followup.hear;

import dev.rapport.followup.give.Purpose;
import dev.rapport.followup.nurture.Interaction;
import dev.rapport.followup.nurture.Nurturing.Logged;
import dev.rapport.followup.plan.Word;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** contacts-service: an owner was in touch with a contact. */
record InteractionLogged(
    UUID interaction, UUID owner, UUID contact, long rev, Instant at, String kind, Wanted purpose) {

  /** They met outside any event. */
  private static final String MET = "met";

  /** Spelled as on the wire. */
  enum Wanted {
    greet,
    give,
    ask
  }

  Logged toLogged() {
    var when = at.truncatedTo(ChronoUnit.MILLIS);
    var what = Word.of(Purpose.class, purpose.name());
    return new Logged(
        owner, contact, new Interaction(interaction, rev, when, what, kind.equals(MET)));
  }
}
