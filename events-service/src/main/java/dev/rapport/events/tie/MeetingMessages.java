package dev.rapport.events.tie;

import dev.rapport.messaging.Contract;
import java.time.Instant;
import java.util.UUID;

/** What is heard from contacts-service about meetings. */
final class MeetingMessages {

  static final Contract<ContactMet> CONTACT_MET = Contract.of("contact-met", ContactMet.class);

  private MeetingMessages() {}

  /** See {@code contact-met} in contracts. */
  record ContactMet(
      UUID meeting,
      UUID owner,
      UUID contact,
      UUID event,
      long rev,
      Instant firstMet,
      Instant lastMet,
      String how,
      String reportedBy,
      boolean counts) {

    /**
     * Whether this is the direction that is kept. Both are always told, with the same revision and
     * the same content, so that one of them is enough, and each meeting is written once.
     */
    boolean leads() {
      return owner.toString().compareTo(contact.toString()) < 0;
    }

    boolean mutual() {
      return reportedBy.equals("both");
    }
  }
}
