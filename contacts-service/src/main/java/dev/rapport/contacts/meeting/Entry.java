package dev.rapport.contacts.meeting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report as it stands in its meeting.
 *
 * @param reporter whose report it is
 * @param body what the request said, or null since one of the two was erased
 * @param token names the request that made it, or null since then
 */
public record Entry(
    UUID report,
    UUID meeting,
    UUID event,
    UUID reporter,
    @Nullable UUID body,
    @Nullable UUID token,
    boolean undone) {

  /** Whether one of the two was erased, so that nothing can be done about it any more. */
  public boolean isErased() {
    return body == null;
  }
}
