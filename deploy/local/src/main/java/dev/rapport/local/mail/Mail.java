package dev.rapport.local.mail;

import java.time.Instant;
import java.util.List;

/**
 * One mail as it arrived; a copy that was sent again is one of its own.
 *
 * @param number counts from 0 in the order of arrival
 * @param arrived machine time at which all of it was there, before it was answered
 * @param sender the envelope's
 * @param recipients the envelope's, as they were written
 */
public record Mail(
    int number, Instant arrived, String sender, List<String> recipients, Stored stored) {

  /** Where its bytes are kept. */
  record Stored(MailStore store, long at, int length) {}

  /** Its bytes as on the wire, dots unstuffed. */
  public byte[] raw() {
    return stored.store().read(stored.at(), stored.length());
  }

  @Override
  public String toString() {
    return "Mail " + number;
  }
}
