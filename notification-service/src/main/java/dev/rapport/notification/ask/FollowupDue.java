package dev.rapport.notification.ask;

import dev.rapport.messaging.Contract;
import dev.rapport.notification.model.Due;
import dev.rapport.notification.model.Item;
import dev.rapport.notification.model.Purpose;
import dev.rapport.notification.model.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The message {@code followup-due} of followup-service: an ask, or a cancel. */
record FollowupDue(
    String kind,
    UUID notification,
    UUID recipient,
    String purpose,
    LocalDate slot,
    @Nullable Between window,
    @Nullable Instant sendAt,
    List<Asked> items) {

  static final Contract<FollowupDue> CONTRACT = Contract.of("followup-due", FollowupDue.class);

  /** A stretch of event time. */
  record Between(Instant from, Instant to) {}

  /** One follow-up; a cancel carries its id and revision only. */
  record Asked(
      UUID followUp,
      long rev,
      @Nullable UUID person,
      @Nullable UUID event,
      @Nullable Instant firstMet,
      @Nullable Instant lastMet,
      @Nullable String how,
      @Nullable Boolean automatic,
      @Nullable Boolean bothWilling,
      @Nullable Boolean again,
      @Nullable String words,
      @Nullable String about,
      @Nullable UUID other,
      @Nullable List<String> topics,
      @Nullable String give,
      @Nullable Instant metOutside) {

    private Due.Ask.Wanted wanted(Purpose purpose, UUID recipient) {
      if (purpose == Purpose.WELCOME) {
        var about = Item.Meeting.welcome(recipient, present("items.event", event));
        return new Due.Ask.Wanted(followUp, rev, about);
      }
      var manner =
          new Item.Manner(
              Boolean.TRUE.equals(bothWilling), Boolean.TRUE.equals(again), words, about);
      if (manner.isReminder()) {
        var aside = new Item.Aside(other, topics == null ? List.of() : topics, give, metOutside);
        var reminder =
            Item.Meeting.reminder(present("items.person", person), event, manner.with(aside));
        return new Due.Ask.Wanted(followUp, rev, reminder);
      }
      return new Due.Ask.Wanted(
          followUp,
          rev,
          new Item.Meeting(
              present("items.person", person),
              present("items.event", event),
              present("items.firstMet", firstMet),
              present("items.lastMet", lastMet),
              how == null ? "" : how,
              Boolean.TRUE.equals(automatic),
              manner));
    }
  }

  /** A record whose parts do not fit together cannot be read, and goes to the dead letters. */
  FollowupDue {
    if (kind != null
        && notification != null
        && recipient != null
        && purpose != null
        && slot != null
        && items != null) {
      due(kind, notification, recipient, purpose, slot, window, sendAt, items);
    }
  }

  /** Returns it in the words of the model. */
  Due due() {
    return due(kind, notification, recipient, purpose, slot, window, sendAt, items);
  }

  private static Due due(
      String kind,
      UUID notification,
      UUID recipient,
      String purpose,
      LocalDate slot,
      @Nullable Between window,
      @Nullable Instant sendAt,
      List<Asked> items) {
    var what = Purpose.of(purpose);
    if (what == Purpose.CONNECT && items.size() != 1) {
      throw new IllegalArgumentException("An invitation by a channel has one item");
    }
    return switch (kind) {
      case "ask" -> {
        var between = present("window", window);
        yield new Due.Ask(
            notification,
            recipient,
            what,
            slot,
            new Window(present("window.from", between.from()), present("window.to", between.to())),
            present("sendAt", sendAt),
            items.stream().map(item -> item.wanted(what, recipient)).toList());
      }
      case "cancel" ->
          new Due.Cancel(
              notification,
              recipient,
              what,
              slot,
              items.stream().map(i -> new Due.Cancel.Unwanted(i.followUp(), i.rev())).toList());
      default -> throw new IllegalArgumentException("A kind is ask or cancel");
    };
  }

  private static <T> T present(String field, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("An ask has a " + field);
    }
    return value;
  }
}
