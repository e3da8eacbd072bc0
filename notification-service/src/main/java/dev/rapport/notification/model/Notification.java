package dev.rapport.notification.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that is headed for one person, for one purpose, on one UTC day: one mail, however many asks.
 *
 * @param window in which the mail must start; absent while only cancels came
 * @param sendAt the moment inside the window
 * @param stage whether asks still merge
 * @param deferrals how often a server put it off
 * @param doubts how often it was sent without an answer
 * @param route of a social invitation: by which channels it was tried
 * @param version raised by each write; a writer that read another one starts over
 */
public record Notification(
    UUID id,
    UUID recipient,
    Purpose purpose,
    LocalDate slot,
    @Nullable Window window,
    @Nullable Instant sendAt,
    Stage stage,
    List<Item> items,
    int deferrals,
    int doubts,
    Route route,
    long version) {

  /** A mail is sent again with the same Message-ID at most this often. */
  public static final int MOST_RESENDS = 3;

  /** Who may touch it. */
  public enum Stage {
    /** Never claimed: asks merge, cancels take effect at once. */
    MERGING,
    /** Claimed before, not now: it waits for its next attempt. */
    BETWEEN,
    /** A sender has it: cancels are noted and seen by its last check before the wire. */
    CLAIMED
  }

  static Notification empty(UUID id, UUID recipient, Purpose purpose, LocalDate slot) {
    return new Notification(
        id, recipient, purpose, slot, null, null, Stage.MERGING, List.of(), 0, 0, Route.NONE, 0);
  }

  /** Whether any answer is still owed. */
  public boolean isOpen() {
    return items.stream().anyMatch(Item::isOpen);
  }

  /** Whether a server may already have it. */
  public boolean isInDoubt() {
    return doubts > 0;
  }

  /** Returns the items whose answer is owed. */
  public List<Item> openItems() {
    return items.stream().filter(Item::isOpen).toList();
  }

  /** Returns the notification after a word of followup-service; the same one if nothing changed. */
  public Notification hear(Due due, Instant now) {
    return switch (due) {
      case Due.Ask ask -> ask(ask, now);
      case Due.Cancel cancel -> cancel(cancel, now);
    };
  }

  private Notification ask(Due.Ask ask, Instant now) {
    var late = stage != Stage.MERGING || ask.window().isOver(now) || isApart(ask.window());
    var changed = new ArrayList<>(items);
    for (var wanted : ask.items()) {
      merge(changed, wanted, late, now);
    }
    var next = with(changed);
    if (late || next.equals(this)) {
      return next;
    }
    return isOpen()
        ? next.narrowed(ask.window(), ask.sendAt())
        : next.within(ask.window(), ask.sendAt());
  }

  private static void merge(List<Item> items, Due.Ask.Wanted wanted, boolean late, Instant now) {
    var index = indexOf(items, wanted.followUp());
    if (index < 0) {
      var item = Item.asked(wanted.followUp(), wanted.rev(), wanted.meeting());
      items.add(late ? item.answered(Result.LATE, now) : item);
      return;
    }
    var item = items.get(index);
    var cancelled = item.cancelledRev();
    if (wanted.rev() <= item.rev() || (cancelled != null && wanted.rev() <= cancelled)) {
      return;
    }
    if (item.result() == Result.CANCELLED) {
      // Wanted again after it was taken back.
      var opened = item.opened(wanted.rev(), wanted.meeting());
      items.set(index, late ? opened.answered(Result.LATE, now) : opened);
    } else {
      items.set(index, item.askedAgain(wanted.rev(), wanted.meeting()));
    }
  }

  /** Whether no mail could suit both what is in here and the new ask. */
  private boolean isApart(Window asked) {
    return window != null && isOpen() && window.and(asked).isEmpty();
  }

  /** Each ask has its own deadline: the mail must suit all. */
  private Notification narrowed(Window asked, Instant at) {
    if (window == null || sendAt == null) {
      return within(asked, at);
    }
    var both = window.and(asked);
    var first = sendAt.isBefore(at) ? sendAt : at;
    var second = sendAt.isBefore(at) ? at : sendAt;
    return within(
        both, both.contains(first) ? first : both.contains(second) ? second : both.from());
  }

  private Notification cancel(Due.Cancel cancel, Instant now) {
    var changed = new ArrayList<>(items);
    for (var unwanted : cancel.items()) {
      var index = indexOf(changed, unwanted.followUp());
      if (index < 0) {
        // Remembered: an older ask, read again, must find it.
        changed.add(Item.unknownCancelled(unwanted.followUp(), unwanted.rev(), now));
        continue;
      }
      var item = changed.get(index);
      var known = item.cancelledRev();
      if (unwanted.rev() < item.rev() || (known != null && known >= unwanted.rev())) {
        continue;
      }
      var cancelled = item.cancelled(unwanted.rev());
      changed.set(
          index,
          item.isOpen() && stage != Stage.CLAIMED
              ? cancelled.answered(unlessInDoubt(Result.CANCELLED), now)
              : cancelled);
    }
    return with(changed);
  }

  /** Once a server may have the mail, nothing else than that can be said. */
  public Result unlessInDoubt(Result result) {
    return isInDoubt() ? Result.IN_DOUBT : result;
  }

  /** Returns the item of a follow-up, if it is in here. */
  public @Nullable Item item(UUID followUp) {
    var index = indexOf(items, followUp);
    return index < 0 ? null : items.get(index);
  }

  private static int indexOf(List<Item> items, UUID followUp) {
    for (var i = 0; i < items.size(); i++) {
      if (items.get(i).followUp().equals(followUp)) {
        return i;
      }
    }
    return -1;
  }

  private Notification with(List<Item> changed) {
    return new Notification(
        id,
        recipient,
        purpose,
        slot,
        window,
        sendAt,
        stage,
        List.copyOf(changed),
        deferrals,
        doubts,
        route,
        version);
  }

  /** A moment outside of its window is moved to the window's nearer end. */
  private Notification within(Window newWindow, Instant at) {
    var inside =
        at.isBefore(newWindow.from())
            ? newWindow.from()
            : newWindow.isOver(at) ? newWindow.to() : at;
    return new Notification(
        id, recipient, purpose, slot, newWindow, inside, stage, items, deferrals, doubts, route,
        version);
  }
}
