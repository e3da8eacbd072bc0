package dev.rapport.access;

import java.time.Instant;
import java.util.UUID;

/**
 * What a link in a mail opens: one thing.
 *
 * @param notification the mail that carries it
 * @param recipient the person who got the mail
 * @param action {@code answer}, {@code list} or {@code unsubscribe}
 * @param purpose the mail's purpose, {@code invite} or {@code list}
 * @param expires in event time, to the second
 */
public record ActionToken(
    UUID notification, UUID recipient, String action, String purpose, Instant expires) {}
