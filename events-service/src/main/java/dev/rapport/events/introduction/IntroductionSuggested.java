package dev.rapport.events.introduction;

import dev.rapport.messaging.Outgoing;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The message on {@code introduction-suggested}; see contracts. */
record IntroductionSuggested(
    UUID introduction,
    UUID connector,
    UUID one,
    UUID other,
    UUID event,
    LocalDate day,
    long rev,
    @Nullable List<String> topics) {

  static final String TOPIC = "introduction-suggested";

  /** An introduction never changes, so that its first revision is its only one. */
  static final long REV = 1;

  static Outgoing of(Introduction made) {
    return Outgoing.fact(
        TOPIC,
        made.connector(),
        made.id() + "/" + REV,
        new IntroductionSuggested(
            made.id(),
            made.connector(),
            made.one(),
            made.other(),
            made.event(),
            made.day(),
            REV,
            made.topics().isEmpty() ? null : made.topics()));
  }
}
