package dev.rapport.notification.send;

import dev.rapport.notification.directory.Event;
import dev.rapport.notification.directory.Person;
import dev.rapport.notification.mail.Addresses;
import dev.rapport.notification.model.Item;
import dev.rapport.notification.model.Notification;
import dev.rapport.notification.model.Purpose;
import dev.rapport.notification.model.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The last look before the wire: taken back, too late, not wanted, nobody there, or to be sent.
 *
 * @param people those that the mails are for and about, as far as they are known
 * @param suppressed which recipients want no mails of a purpose
 * @param allowed whether the sending mode lets mail to an address through
 */
record Check(
    Map<UUID, Person> people,
    Map<UUID, Event> events,
    Predicate<Notification> suppressed,
    Predicate<String> allowed) {

  /** What is to be done with a notification. */
  sealed interface Verdict {

    /** All of its items are answered. */
    record Answered(Map<UUID, Result> answers) implements Verdict {}

    /** A person or event is not known yet, or held by its organiser: look again soon. */
    record Unknown() implements Verdict {}

    /** These items are answered, the rest is sent. */
    record Send(Map<UUID, Result> answers, List<Item> items, Person.Known recipient)
        implements Verdict {}
  }

  Verdict of(Notification notification, Instant now) {
    var answers = new LinkedHashMap<UUID, Result>();
    var rest = new ArrayList<Item>();
    var recipient = people.get(notification.recipient());
    for (var item : notification.openItems()) {
      var result = result(notification, item, recipient, now);
      if (result == null) {
        rest.add(item);
      } else {
        answers.put(item.followUp(), notification.unlessInDoubt(result));
      }
    }
    if (rest.isEmpty()) {
      return new Verdict.Answered(answers);
    }
    var held = rest.stream().filter(this::isHeld).toList();
    if (held.size() == rest.size()) {
      return new Verdict.Unknown();
    }
    // A mail about several events goes without what is held; that takes a later day.
    held.forEach(item -> answers.put(item.followUp(), notification.unlessInDoubt(Result.LATE)));
    rest.removeAll(held);
    if (recipient instanceof Person.Known known && rest.stream().allMatch(this::isKnown)) {
      return new Verdict.Send(answers, rest, known);
    }
    return new Verdict.Unknown();
  }

  private @Nullable Result result(
      Notification notification, Item item, @Nullable Person recipient, Instant now) {
    if (item.isCancelled()) {
      return Result.CANCELLED;
    }
    var window = notification.window();
    // A mail that may be out already is sent again outside of its window too.
    if (window == null || (window.isOver(now) && !notification.isInDoubt())) {
      return Result.LATE;
    }
    return switch (recipient) {
      case null -> null;
      case Person.Erased erased -> Result.SUPPRESSED;
      case Person.Known known -> result(notification, item, known);
    };
  }

  private @Nullable Result result(Notification notification, Item item, Person.Known recipient) {
    var meeting = item.meeting();
    if (meeting == null || suppressed.test(notification)) {
      return Result.SUPPRESSED;
    }
    var other = people.get(meeting.person());
    if (other instanceof Person.Erased || !isWanted(notification, meeting, recipient, other)) {
      return Result.SUPPRESSED;
    }
    if (meeting.manner().bothWilling() && !isWantedBack(meeting, recipient, other)) {
      return Result.LATE; // planned again, as what it is now
    }
    if (!notification.purpose().isMail()) {
      return allowed.test(Objects.requireNonNullElse(recipient.email(), ""))
          ? null
          : Result.WITHHELD;
    }
    var address = recipient.email();
    if (address == null) {
      return Result.SUPPRESSED; // nobody refused it: there is nowhere to send it
    }
    if (!Addresses.isValid(address)) {
      return Result.REFUSED;
    }
    return allowed.test(address) ? null : Result.WITHHELD;
  }

  private boolean isWanted(
      Notification notification,
      Item.Meeting meeting,
      Person.Known recipient,
      @Nullable Person other) {
    if (meeting.manner().isReminder()) {
      return isReminded(meeting, recipient, other);
    }
    if (notification.purpose() == Purpose.LIST || notification.purpose() == Purpose.WELCOME) {
      return true; // a service mail about their own affairs
    }
    var received = recipient.agreesTo(Person.Consent.RECEIVE_INVITATIONS, meeting.event());
    return received
        && (!meeting.automatic()
            || !(other instanceof Person.Known owner)
            || owner.agreesTo(Person.Consent.WRITE_IN_MY_NAME, meeting.event()));
  }

  /** Whether everyone in a reminder agrees at this moment, and somebody can send it. */
  private boolean isReminded(Item.Meeting meeting, Person.Known recipient, @Nullable Person other) {
    if (meeting.event().equals(Item.Meeting.NOWHERE)) {
      return false;
    }
    return switch (String.valueOf(meeting.manner().about())) {
      case Item.Manner.CADENCE -> recipient.agreesTo(Person.Consent.NURTURE);
      case Item.Manner.INTRODUCTION ->
          recipient.agreesTo(Person.Consent.INTRODUCE_OTHERS)
              && mayBeIntroduced(other)
              && mayBeIntroduced(second(meeting));
      default -> true;
    };
  }

  /** Who is not known yet is waited for. */
  private static boolean mayBeIntroduced(@Nullable Person person) {
    return switch (person) {
      case null -> true;
      case Person.Erased erased -> false;
      case Person.Known known -> known.agreesTo(Person.Consent.BE_INTRODUCED);
    };
  }

  private @Nullable Person second(Item.Meeting meeting) {
    var other = meeting.manner().aside().other();
    return other == null ? null : people.get(other);
  }

  /** Whether the other direction goes by itself too: a mail that says so must be true. */
  private static boolean isWantedBack(
      Item.Meeting meeting, Person.Known recipient, @Nullable Person other) {
    return recipient.agreesTo(Person.Consent.WRITE_IN_MY_NAME, meeting.event())
        && (!(other instanceof Person.Known owner)
            || owner.agreesTo(Person.Consent.RECEIVE_INVITATIONS, meeting.event()));
  }

  private boolean isHeld(Item item) {
    var meeting = item.meeting();
    var event = meeting == null ? null : events.get(meeting.event());
    return event != null && event.held();
  }

  private boolean isKnown(Item item) {
    var meeting = item.meeting();
    return meeting != null
        && people.get(meeting.person()) instanceof Person.Known
        && (!Item.Manner.INTRODUCTION.equals(meeting.manner().about())
            || second(meeting) instanceof Person.Known)
        && events.containsKey(meeting.event());
  }
}
