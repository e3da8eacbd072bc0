package dev.rapport.events.organise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.events.event.Coverage;
import dev.rapport.events.life.Counts;
import dev.rapport.events.life.Figures;
import dev.rapport.events.life.State;
import dev.rapport.events.organise.Outlook.Reason;
import dev.rapport.events.organise.Outlook.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutlookTest {

  private static final Instant DEADLINE = Instant.parse("2026-06-12T17:00:00Z");
  private static final Instant EARLY = DEADLINE.minus(Duration.ofDays(5));

  @Test
  void all_that_is_scheduled_within_the_week_is_a_yes() {
    assertThat(outlook(Map.of("sent", 6L), 4, Map.of("scheduled", 4L), 10, EARLY))
        .isEqualTo(new Outlook(Verdict.YES, List.of()));
  }

  @Test
  void what_owners_have_to_do_is_a_risk_only_when_little_time_is_left() {
    var byHand = Map.of("withOwner", 4L);
    assertThat(outlook(Map.of(), 4, byHand, 4, EARLY))
        .isEqualTo(new Outlook(Verdict.YES, List.of(new Reason("with-owner", 4))));
    assertThat(outlook(Map.of(), 4, byHand, 4, DEADLINE.minus(Duration.ofDays(1))))
        .isEqualTo(new Outlook(Verdict.AT_RISK, List.of(new Reason("with-owner-short", 4))));
  }

  @Test
  void one_missed_is_a_no() {
    assertThat(outlook(Map.of("missed", 1L), 0, Map.of(), 1, DEADLINE))
        .isEqualTo(new Outlook(Verdict.NO, List.of(new Reason("missed", 1))));
  }

  @Test
  void meetings_that_are_not_in_follow_up_are_a_risk() {
    assertThat(outlook(Map.of(), 0, Map.of(), 12, EARLY).reasons())
        .containsExactly(new Reason("not-in-follow-up", 12));
  }

  @Test
  void while_the_event_is_on_it_is_too_early_to_say() {
    var progress = progress(Map.of(), 2, Map.of("waiting", 2L));
    assertThat(of(State.OPEN, true, progress, 2, EARLY))
        .isEqualTo(new Outlook(Verdict.EARLY, List.of(new Reason("held", 1))));
    assertThat(of(State.CANCELLED, false, progress, 2, EARLY).verdict())
        .isEqualTo(Verdict.CANCELLED);
  }

  @Test
  void what_is_held_after_the_end_is_at_risk() {
    var progress = progress(Map.of(), 2, Map.of("scheduled", 2L));
    assertThat(of(State.FOLLOWING_UP, true, progress, 2, EARLY).verdict())
        .isEqualTo(Verdict.AT_RISK);
  }

  private static Outlook outlook(
      Map<String, Long> byOutcome,
      long open,
      Map<String, Long> byState,
      long directions,
      Instant now) {
    return of(State.FOLLOWING_UP, false, progress(byOutcome, open, byState), directions, now);
  }

  private static Outlook of(
      State state, boolean held, Counts.Progress progress, long directions, Instant now) {
    var meetings = new Counts.Meetings(1, directions, 0, 0, 0, 0);
    return Outlook.of(
        state, held, Coverage.of(9, new Counts(meetings, progress)), progress, DEADLINE, now);
  }

  private static Counts.Progress progress(
      Map<String, Long> byOutcome, long open, Map<String, Long> byState) {
    var settled = byOutcome.values().stream().mapToLong(count -> count).sum();
    var figures = new Figures(byState, Map.of(), Map.of(), Map.of(), 0, List.of(), List.of());
    return new Counts.Progress(
        1, settled + open, open, 0, byOutcome, Counts.People.NOBODY, figures);
  }
}
