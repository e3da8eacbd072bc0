package dev.rapport.notification.directory;

import java.time.ZoneId;
import java.util.UUID;

/**
 * What mails need of an event.
 *
 * @param senderName the sender identity's display name
 * @param senderAddress where answers go, and whose domain signs
 * @param held whether its organiser holds the sending
 */
public record Event(
    UUID id, String name, ZoneId zone, String senderName, String senderAddress, boolean held) {

  /** An event whose mails go out. */
  public Event(UUID id, String name, ZoneId zone, String senderName, String senderAddress) {
    this(id, name, zone, senderName, senderAddress, false);
  }
}
