package dev.rapport.notification.mail;

import dev.rapport.notification.directory.Event;
import dev.rapport.notification.directory.Person;
import java.util.UUID;

/**
 * A mail with a one-time link to its recipient's own pages.
 *
 * @param event in whose name it is sent: that of the mail by which it was asked for
 * @param minutes how long the link works
 */
public record FreshLink(
    UUID id, Person.Known recipient, Event event, String messageId, String url, long minutes) {}
