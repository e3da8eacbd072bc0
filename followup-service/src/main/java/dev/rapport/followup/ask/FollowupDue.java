package dev.rapport.followup.ask;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The message on {@code followup-due}.
 *
 * @param kind ask or cancel
 * @param purpose invite, list or welcome
 * @param window when the mail may start; absent on a cancel
 * @param sendAt the moment inside the window that is this notification's own
 */
record FollowupDue(
    String kind,
    UUID notification,
    UUID recipient,
    String purpose,
    LocalDate slot,
    @Nullable Between window,
    @Nullable Instant sendAt,
    List<Item> items) {

  static final String TOPIC = "followup-due";

  /** Event time, its end excluded. */
  record Between(Instant from, Instant to) {}

  /**
   * One follow-up in a notification.
   *
   * @param person the other one, as the recipient sees it
   * @param reportedBy relative to the follow-up's owner
   * @param automatic of an invite: it rests on the owner's consent, not on a click of theirs
   */
  record Item(
      UUID followUp,
      long rev,
      @Nullable UUID person,
      @Nullable UUID event,
      @Nullable Instant firstMet,
      @Nullable Instant lastMet,
      @Nullable String how,
      @Nullable String reportedBy,
      @Nullable Boolean automatic) {

    /** An attendance to be welcomed; without an event: no longer. */
    static Item welcome(UUID attendance, long rev, @Nullable UUID event) {
      return new Item(attendance, rev, null, event, null, null, null, null, null);
    }
  }
}
