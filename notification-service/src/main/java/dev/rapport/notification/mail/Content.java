package dev.rapport.notification.mail;

import dev.rapport.notification.directory.Event;
import dev.rapport.notification.directory.Person;
import dev.rapport.notification.model.Item;
import dev.rapport.notification.model.Purpose;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that a mail is made from.
 *
 * @param about one entry per item, at least one, reminders first; see {@link #event()}
 * @param messageId the same each time that it is sent, whoever is the sender by then
 * @param answers the base of the link that answers, its token included
 * @param unsubscribe the link that ends this kind of mail
 * @param fresh the link that sends a fresh one to the recipient's own pages
 */
public record Content(
    UUID notification,
    Purpose purpose,
    Person.Known recipient,
    List<About> about,
    String messageId,
    String answers,
    String unsubscribe,
    String fresh) {

  /** Returns what a social invitation is made from: it leads to no page of ours. */
  public static Content withoutLinks(
      UUID notification, Purpose purpose, Person.Known recipient, List<About> about) {
    return new Content(notification, purpose, recipient, about, "", "", "", "");
  }

  /**
   * One item with the people and the event it speaks of.
   *
   * @param second of an introduction: the other of the two, while they agree to it
   */
  public record About(
      UUID followUp,
      Item.Meeting meeting,
      Person.Known other,
      Person.@Nullable Known second,
      Event event) {

    /** One that speaks of one person only. */
    public About(UUID followUp, Item.Meeting meeting, Person.Known other, Event event) {
      this(followUp, meeting, other, null, event);
    }

    boolean isReminder() {
      return meeting.manner().isReminder();
    }
  }

  /** The event in whose name the mail is sent: of what it is about first, before reminders. */
  public Event event() {
    return about.stream()
        .filter(one -> !one.isReminder())
        .findFirst()
        .orElseGet(about::getFirst)
        .event();
  }
}
