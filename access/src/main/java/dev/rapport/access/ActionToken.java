package dev.rapport.access;

import java.time.Instant;
import java.util.UUID;

/**
 * What a link in a mail opens: one thing.
 *
 * @param notification the mail that carries it
 * @param recipient the person who got the mail
 * @param action {@code answer}, {@code list}, {@code unsubscribe} or {@code link} (a fresh link to
 *     one's own pages)
 * @param purpose the mail's purpose, like {@code invite} or {@code list}
 * @param expires in event time, to the second
 */
public record ActionToken(
    UUID notification, UUID recipient, String action, String purpose, Instant expires) {}
