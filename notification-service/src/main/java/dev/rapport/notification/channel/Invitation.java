package dev.rapport.notification.channel;

import dev.rapport.notification.directory.Event;
import dev.rapport.notification.directory.Person;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody's wish to stay in touch with somebody whom they met.
 *
 * @param notification the same at each attempt
 * @param owner in whose name it goes
 * @param contact to whom it goes
 * @param how {@code faceToFace}, {@code virtual} or {@code both}
 */
public record Invitation(
    UUID notification,
    UUID followUp,
    Person.Known owner,
    Person.Known contact,
    Event event,
    Instant firstMet,
    String how) {}
