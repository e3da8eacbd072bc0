package dev.rapport.contacts.contact;

import dev.rapport.contacts.meeting.Blocks;
import dev.rapport.contacts.meeting.Pair;
import dev.rapport.messaging.Contract;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What followup-service says of a follow-up, as far as this service listens: that both want to stay
 * in touch, or that one blocked the other.
 */
record FollowupSettled(
    UUID followUp, long rev, UUID owner, UUID contact, @Nullable String outcome, Answer answer) {

  static final Contract<FollowupSettled> CONTRACT =
      Contract.of("followup-settled", FollowupSettled.class);

  /** What the contact answered, or the owner by hand. */
  enum Answer {
    none,
    accepted,
    declined,
    notMet,
    blocked
  }

  Blocks.Word toWord() {
    return new Blocks.Word(Pair.of(owner, contact), followUp, rev, answer == Answer.blocked);
  }

  /** Whether it says anything about that both want to stay in touch. */
  boolean speaksOfBoth() {
    return answer != Answer.none || "connected".equals(outcome);
  }

  /** Whether both want to stay in touch, as far as this follow-up goes. */
  boolean bothWish() {
    return answer == Answer.accepted || (answer == Answer.none && "connected".equals(outcome));
  }
}
