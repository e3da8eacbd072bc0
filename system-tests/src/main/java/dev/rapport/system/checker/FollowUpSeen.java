package dev.rapport.system.checker;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A follow-up as followup-service tells it. */
public record FollowUpSeen(
    UUID id,
    UUID owner,
    UUID contact,
    String state,
    boolean counts,
    @Nullable String outcome,
    String answer,
    @Nullable UUID notification) {

  boolean settled() {
    return state.equals("settled");
  }
}
