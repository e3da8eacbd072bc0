package dev.rapport.notification.directory;

import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What mails need of an event.
 *
 * @param senderName the sender identity's display name
 * @param senderAddress where answers go, and whose domain signs
 * @param organiser the organiser's id
 * @param externalId the organiser's own id of it
 * @param held whether its organiser holds the sending
 */
public record Event(
    UUID id,
    String name,
    ZoneId zone,
    String senderName,
    String senderAddress,
    @Nullable String organiser,
    @Nullable String externalId,
    boolean held) {

  /** An event whose mails go out. */
  public Event(
      UUID id,
      String name,
      ZoneId zone,
      String senderName,
      String senderAddress,
      @Nullable String organiser,
      @Nullable String externalId) {
    this(id, name, zone, senderName, senderAddress, organiser, externalId, false);
  }
}
