package dev.rapport.notification.history;

import dev.rapport.notification.model.Item;
import dev.rapport.notification.model.Window;
import dev.rapport.notification.store.Attempt;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notification with its log, as the platform sees it.
 *
 * @param window the event time in which its mail starts; absent when only cancels came
 * @param state {@code waiting} (asks merge), {@code sending} (claimed or tried) or {@code settled}
 * @param inDoubt how often it was sent without an answer
 * @param messageId its mail's, however often that is sent
 */
record NotificationView(
    UUID id,
    UUID recipient,
    String purpose,
    LocalDate slot,
    @Nullable Window window,
    @Nullable Instant sendAt,
    String state,
    List<ItemView> items,
    List<Attempt> attempts,
    int inDoubt,
    String messageId) {

  /**
   * One follow-up in it.
   *
   * @param result absent while it is open
   */
  record ItemView(UUID followUp, @Nullable String result, @Nullable Instant at) {

    static ItemView of(Item item) {
      var result = item.result();
      return new ItemView(
          item.followUp(), result == null ? null : result.word(), item.answeredAt());
    }
  }
}
