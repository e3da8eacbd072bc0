package dev.rapport.followup.hear;

import dev.rapport.followup.plan.Answer;
import dev.rapport.followup.plan.Word;
import java.util.UUID;

/** This service itself: what is read of its own word, to carry it to the other direction. */
record FollowupSettled(UUID event, UUID owner, UUID contact, Said answer) {

  /** Spelled as on the wire. */
  enum Said {
    none,
    accepted,
    declined,
    notMet,
    blocked
  }

  Answer.Kind toAnswer() {
    return Word.of(Answer.Kind.class, answer.name());
  }
}
