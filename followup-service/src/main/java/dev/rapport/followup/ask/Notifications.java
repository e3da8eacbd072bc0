package dev.rapport.followup.ask;

import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.plan.Way;
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

  /**
   * Returns the notification that tells a follow-up's contact on a day: the day's mail, or an
   * invitation of its own.
   */
  public UUID id(FollowUp followUp, Way way, LocalDate slot) {
    return switch (way) {
      case MAIL -> id(followUp.contact(), Purpose.INVITE, slot);
      case SOCIAL -> ids.of("notification", followUp.id(), Purpose.CONNECT.word(), slot);
    };
  }

  /** Returns the notification that names a follow-up, or null if none was asked for. */
  public @Nullable UUID of(FollowUp followUp) {
    var asked = followUp.asked();
    return asked == null ? null : id(followUp, asked.way(), asked.slot());
  }
}
