package dev.rapport.events.progress;

import dev.rapport.events.life.Counts;
import dev.rapport.messaging.Contract;
import java.util.UUID;

/** What is heard from contacts-service about meetings. */
final class ContactsMessages {

  static final Contract<MeetingsCounted> MEETINGS_COUNTED =
      Contract.of("meetings-counted", MeetingsCounted.class);

  private ContactsMessages() {}

  /** See {@code meetings-counted} in contracts. */
  record MeetingsCounted(
      UUID event,
      long rev,
      long directions,
      long revSum,
      long unsent,
      long waitingScans,
      long unresolvedScans) {

    Counts.Meetings counts() {
      return new Counts.Meetings(rev, directions, revSum, unsent, waitingScans, unresolvedScans);
    }
  }
}
