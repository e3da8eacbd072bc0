package dev.rapport.contacts.meeting;

import dev.rapport.messaging.Contract;
import java.util.UUID;

/** What followup-service says, as far as this service listens: that somebody was blocked. */
final class FollowupMessages {

  static final Contract<FollowupSettled> SETTLED =
      Contract.of("followup-settled", FollowupSettled.class);

  private FollowupMessages() {}

  /** An outcome or an answer of a follow-up. */
  record FollowupSettled(UUID followUp, long rev, UUID owner, UUID contact, Answer answer) {}

  /** What the contact answered, or the owner by hand. */
  enum Answer {
    none,
    accepted,
    declined,
    notMet,
    blocked
  }
}
