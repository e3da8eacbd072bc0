package dev.rapport.notification.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What followup-service asks of a notification. */
public sealed interface Due {

  /** Which notification. */
  UUID notification();

  /** Which follow-ups. */
  List<UUID> followUps();

  /** Returns an empty notification for it. */
  Notification start();

  /** A mail is wanted, to start in the window. */
  record Ask(
      UUID notification,
      UUID recipient,
      Purpose purpose,
      LocalDate slot,
      Window window,
      Instant sendAt,
      List<Wanted> items)
      implements Due {

    /** One item that is wanted. */
    public record Wanted(UUID followUp, long rev, Item.Meeting meeting) {}

    @Override
    public List<UUID> followUps() {
      return items.stream().map(Wanted::followUp).toList();
    }

    @Override
    public Notification start() {
      return Notification.empty(notification, recipient, purpose, slot);
    }
  }

  /** Items are wanted no more. */
  record Cancel(
      UUID notification, UUID recipient, Purpose purpose, LocalDate slot, List<Unwanted> items)
      implements Due {

    /** One item that is wanted no more. */
    public record Unwanted(UUID followUp, long rev) {}

    @Override
    public List<UUID> followUps() {
      return items.stream().map(Unwanted::followUp).toList();
    }

    @Override
    public Notification start() {
      return Notification.empty(notification, recipient, purpose, slot);
    }
  }
}
