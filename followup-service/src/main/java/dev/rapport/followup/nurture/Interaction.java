package dev.rapport.followup.nurture;

import dev.rapport.followup.give.Purpose;
import java.time.Instant;
import java.util.UUID;

/**
 * An owner was in touch with a contact; contacts-service owns it.
 *
 * @param at in event time
 * @param met whether they met, outside any event
 */
public record Interaction(UUID id, long rev, Instant at, Purpose purpose, boolean met) {

  /** One that is no meeting. */
  public Interaction(UUID id, long rev, Instant at, Purpose purpose) {
    this(id, rev, at, purpose, false);
  }
}
