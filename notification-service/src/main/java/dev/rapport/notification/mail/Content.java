package dev.rapport.notification.mail;

import dev.rapport.notification.directory.Event;
import dev.rapport.notification.directory.Person;
import dev.rapport.notification.model.Item;
import dev.rapport.notification.model.Purpose;
import java.util.List;
import java.util.UUID;

/**
 * All that a mail is made from.
 *
 * @param about one entry per item, at least one; the first one's event is the sender
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

  /** One item with the people and the event it speaks of. */
  public record About(UUID followUp, Item.Meeting meeting, Person.Known other, Event event) {}

  /** The event in whose name the mail is sent. */
  public Event event() {
    return about.getFirst().event();
  }
}
