package dev.rapport.notification.store;

import dev.rapport.notification.model.Notification;
import java.util.List;
import java.util.UUID;

/**
 * A notification that this instance alone may send.
 *
 * @param token the claim's; writes without it change nothing
 * @param rev how often answers were written
 * @param onTheWire whether an earlier claimant left it there: it may have been sent
 * @param traces the requests that it goes back to, where they are followed
 */
public record Claimed(
    Notification notification, UUID token, long rev, boolean onTheWire, List<String> traces) {

  /** One that nobody follows. */
  public Claimed(Notification notification, UUID token, long rev, boolean onTheWire) {
    this(notification, token, rev, onTheWire, List.of());
  }

  /** Returns the notification's id. */
  public UUID id() {
    return notification.id();
  }

  /** Returns it after answers were written once more. */
  public Claimed answered() {
    return new Claimed(notification, token, rev + 1, onTheWire, traces);
  }
}
