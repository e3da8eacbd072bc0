package dev.rapport.followup.plan;

import java.util.UUID;

/**
 * What this service knows of a person's attendance of an event; events-service owns it.
 *
 * @param id follows from event and person
 * @param cancelled whether they do not come after all
 */
public record Attendance(UUID id, UUID event, UUID person, long rev, Role role, boolean cancelled) {

  /** In what role somebody attends. */
  public enum Role implements Word {
    ATTENDEE,
    SPEAKER,
    EXHIBITOR
  }

  /** Whether they are there to be met by everyone, and attend at all. */
  public boolean exhibits() {
    return role == Role.EXHIBITOR && !cancelled;
  }
}
