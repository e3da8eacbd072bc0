package dev.rapport.notification.mail;

/**
 * A mail that is ready for the wire.
 *
 * @param from the envelope's sender, checked
 * @param to the envelope's recipient, checked
 * @param bytes headers and body, lines ended by CR LF
 */
@SuppressWarnings("ArrayRecordComponent") // written once, compared by nobody
public record Mail(String from, String to, byte[] bytes) {}
