package dev.rapport.notification.directory;

import java.time.ZoneId;
import java.util.UUID;

/**
 * What mails need of an event.
 *
 * @param senderName the sender identity's display name
 * @param senderAddress where answers go, and whose domain signs
 */
public record Event(UUID id, String name, ZoneId zone, String senderName, String senderAddress) {}
