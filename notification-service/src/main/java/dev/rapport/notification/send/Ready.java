package dev.rapport.notification.send;

import dev.rapport.notification.mail.Content;
import dev.rapport.notification.model.Item;
import dev.rapport.notification.store.Claimed;
import java.time.Instant;
import java.util.List;

/** A notification that passed the last check, with the items that its mail is to carry. */
record Ready(Claimed claimed, List<Item> items, Content content) {

  boolean mayStart(Instant now) {
    var notification = claimed.notification();
    var window = notification.window();
    return notification.isInDoubt() || (window != null && window.contains(now));
  }
}
