package dev.rapport.system.checker;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up as followup-service tells it.
 *
 * @param onTime whether it was settled before its deadline; true while it is not settled
 */
public record FollowUpSeen(
    UUID id,
    UUID owner,
    UUID contact,
    String state,
    boolean counts,
    @Nullable String outcome,
    boolean onTime,
    String answer,
    @Nullable UUID notification) {

  /** Whose follow-up of whom. */
  record Direction(UUID owner, UUID contact) {

    Direction back() {
      return new Direction(contact, owner);
    }
  }

  Direction direction() {
    return new Direction(owner, contact);
  }

  boolean settled() {
    return state.equals("settled");
  }
}
