package dev.rapport.events.progress;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.rapport.events.life.Counts;
import dev.rapport.events.life.Figures;
import dev.rapport.messaging.Contract;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
      People people,
      @JsonSetter(contentNulls = Nulls.FAIL) @Nullable Map<String, Long> byState,
      @JsonSetter(contentNulls = Nulls.FAIL) @Nullable Map<String, Long> byAnswer,
      @JsonSetter(contentNulls = Nulls.FAIL) @Nullable Map<String, Long> byChannel,
      @JsonSetter(contentNulls = Nulls.FAIL) @Nullable Map<String, Long> byTrouble,
      @Nullable Long bothWilling,
      @Nullable List<Day> scheduled,
      @Nullable List<Hour> settled) {

    Counts.Progress counts() {
      return new Counts.Progress(rev, total, open, revSum, byOutcome, people.counts(), figures());
    }

    private Figures figures() {
      return new Figures(
          byState == null ? Map.of() : byState,
          byAnswer == null ? Map.of() : byAnswer,
          byChannel == null ? Map.of() : byChannel,
          byTrouble == null ? Map.of() : byTrouble,
          bothWilling == null ? 0 : bothWilling,
          scheduled == null ? List.of() : scheduled.stream().map(Day::figure).toList(),
          settled == null ? List.of() : settled.stream().map(Hour::figure).toList());
    }
  }

  record Day(LocalDate day, long count) {

    Figures.Day figure() {
      return new Figures.Day(day, count);
    }
  }

  record Hour(Instant hour, long inTime, long late) {

    Figures.Hour figure() {
      return new Figures.Hour(hour, inTime, late);
    }
  }

  record People(long met, long complete, long late, long open) {

    Counts.People counts() {
      return new Counts.People(met, complete, late, open);
    }
  }
}
