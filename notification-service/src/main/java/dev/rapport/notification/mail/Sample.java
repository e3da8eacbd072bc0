package dev.rapport.notification.mail;

/**
 * A mail as its reader would see it.
 *
 * @param from the sender's display name
 */
public record Sample(String from, String subject, String text, String html) {}
