package dev.rapport.events.organise;

import dev.rapport.events.event.Coverage;
import dev.rapport.events.life.Counts;
import dev.rapport.events.life.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Will everyone be followed up in time? The answer at a glance, and why. */
record Outlook(Verdict verdict, List<Reason> reasons) {

  /** From here on what owners have not done is a risk. */
  private static final Duration SHORT = Duration.ofDays(2);

  /** What can be said now. */
  enum Verdict {
    EARLY,
    YES,
    AT_RISK,
    NO,
    CANCELLED
  }

  /** Why: the key of a sentence, and the number in it. */
  record Reason(String key, long count) {}

  Outlook {
    reasons = List.copyOf(reasons);
  }

  /**
   * Judges an event.
   *
   * @param deadline when the last follow-up of those who met at its end is due
   */
  static Outlook of(
      State state,
      boolean held,
      Coverage coverage,
      Counts.Progress progress,
      Instant deadline,
      Instant now) {
    if (state == State.CANCELLED) {
      return new Outlook(Verdict.CANCELLED, List.of());
    }
    var reasons = new ArrayList<Reason>();
    add(reasons, "missed", progress.byOutcome().getOrDefault("missed", 0L));
    add(reasons, "late", coverage.people().late());
    var late = !reasons.isEmpty();
    add(reasons, "held", held ? 1 : 0);
    if (state == State.PLANNED || state == State.OPEN) {
      return new Outlook(late ? Verdict.NO : Verdict.EARLY, reasons);
    }
    add(reasons, "undeliverable", progress.byOutcome().getOrDefault("undeliverable", 0L));
    add(reasons, "not-in-follow-up", coverage.meetings().notYetInFollowUp());
    add(reasons, "waiting-scans", coverage.meetings().waitingScans());
    var byHand = open(progress.figures().byState(), "withOwner");
    if (!now.isBefore(deadline)) {
      add(reasons, "after-deadline", progress.open());
    } else if (!now.isBefore(deadline.minus(SHORT))) {
      add(reasons, "with-owner-short", byHand);
    }
    if (late) {
      return new Outlook(Verdict.NO, reasons);
    }
    if (!reasons.isEmpty()) {
      return new Outlook(Verdict.AT_RISK, reasons);
    }
    add(reasons, "with-owner", byHand);
    return new Outlook(Verdict.YES, reasons);
  }

  private static long open(Map<String, Long> byState, String state) {
    return byState.getOrDefault(state, 0L);
  }

  private static void add(List<Reason> reasons, String key, long count) {
    if (count > 0) {
      reasons.add(new Reason(key, count));
    }
  }
}
