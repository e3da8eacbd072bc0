package dev.rapport.system.checker;

import java.util.UUID;

/** One follow-up in a mail to its contact. */
record Invite(
    MailSeen mail, UUID item, PersonStory owner, PersonStory contact, MeetingStory meeting) {

  @Override
  public String toString() {
    return "Mail %s invited %s in the name of %s"
        .formatted(mail.messageId(), contact.name, owner.name);
  }
}
