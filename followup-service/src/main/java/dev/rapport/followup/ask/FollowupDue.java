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
 * @param purpose invite, list, connect or welcome
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
   * One follow-up in a notification, or of a list: what it tells beside.
   *
   * @param person the other one, as the recipient sees it
   * @param reportedBy relative to the follow-up's owner
   * @param automatic of an invite: it rests on the owner's consent, not on a click of theirs
   * @param bothWilling of an invite: there is nothing to accept
   * @param again they are connected since an earlier event
   * @param words the owner's own line
   * @param about of a list: what it tells, if not an open follow-up
   * @param other of an introduction: the second of the two
   * @param give of a cadence: what to give before the next favour is asked for
   * @param metOutside of a cadence: when the two last met, if that was outside any event
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
      @Nullable Boolean automatic,
      @Nullable Boolean bothWilling,
      @Nullable Boolean again,
      @Nullable String words,
      @Nullable String about,
      @Nullable UUID other,
      @Nullable List<String> topics,
      @Nullable String give,
      @Nullable Instant metOutside) {

    /** What is over on a list stays over in that day's mail, whatever its next revision. */
    private static final long FOR_GOOD = Integer.MAX_VALUE;

    static Item cancelled(UUID id, long rev) {
      return welcome(id, rev, null);
    }

    static Item over(UUID id) {
      return cancelled(id, FOR_GOOD);
    }

    static Item of(Beside beside) {
      var met = beside.met();
      return new Item(
          beside.id(),
          beside.rev(),
          beside.person(),
          beside.event(),
          met == null ? null : met.firstMet(),
          met == null ? null : met.lastMet(),
          met == null ? null : met.how(),
          null,
          null,
          null,
          null,
          null,
          beside.about().word(),
          beside.other(),
          beside.topics().isEmpty() ? null : beside.topics(),
          beside.give(),
          beside.metOutside());
    }

    /** An attendance to be welcomed; without an event: no longer. */
    static Item welcome(UUID attendance, long rev, @Nullable UUID event) {
      return new Item(
          attendance,
          rev,
          null,
          event,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null);
    }
  }
}
