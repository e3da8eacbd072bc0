package dev.rapport.events.progress;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.rapport.events.life.Counts;
import dev.rapport.messaging.Contract;
import java.util.Map;
import java.util.UUID;

/** What is heard from followup-service. */
final class FollowupMessages {

  static final Contract<FollowupProgress> FOLLOWUP_PROGRESS =
      Contract.of("followup-progress", FollowupProgress.class);

  private FollowupMessages() {}

  /** See {@code followup-progress} in contracts. */
  record FollowupProgress(
      UUID event,
      long rev,
      long total,
      long open,
      long revSum,
      @JsonSetter(contentNulls = Nulls.FAIL) Map<String, Long> byOutcome,
      People people) {

    Counts.Progress counts() {
      return new Counts.Progress(rev, total, open, revSum, byOutcome, people.counts());
    }
  }

  record People(long met, long complete, long late, long open) {

    Counts.People counts() {
      return new Counts.People(met, complete, late, open);
    }
  }
}
