package dev.rapport.followup.ask;

import dev.rapport.followup.plan.FollowUp;
import dev.rapport.messaging.Ids;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ids of notifications: one per recipient, purpose and UTC day, by construction. */
public final class Notifications {

  private final Ids ids;

  /** Takes the installation's ids. */
  public Notifications(Ids ids) {
    this.ids = ids;
  }

  /** Returns a slot's notification. */
  public UUID id(UUID recipient, Purpose purpose, LocalDate slot) {
    return ids.of("notification", recipient, purpose.word(), slot);
  }

  /** Returns the invite that names a follow-up, or null if none was asked for. */
  public @Nullable UUID of(FollowUp followUp) {
    var slot = followUp.askedOn();
    return slot == null ? null : id(followUp.contact(), Purpose.INVITE, slot);
  }
}
