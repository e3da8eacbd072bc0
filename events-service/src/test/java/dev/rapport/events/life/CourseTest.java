package dev.rapport.events.life;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.events.life.Counts.Meetings;
import dev.rapport.events.life.Counts.People;
import dev.rapport.events.life.Counts.Progress;
import dev.rapport.events.life.Life.Cancelled;
import dev.rapport.events.life.Life.Closed;
import dev.rapport.events.life.Life.Ended;
import dev.rapport.events.life.Life.FollowingUp;
import dev.rapport.events.life.Life.Open;
import dev.rapport.events.life.Life.Planned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CourseTest {

  private static final Instant START = Instant.parse("2026-06-04T08:00:00Z");
  private static final Instant END = Instant.parse("2026-06-05T16:00:00Z");
  private static final Dates DATES = new Dates(START, END);
  private static final Instant BEFORE = START.minusMillis(1);
  private static final Instant DURING = START.plus(Duration.ofHours(5));
  private static final Instant AFTER = END.plus(Duration.ofHours(1));
  private static final Counts SETTLED = counts(4, 9, 4, 0, 9);
  private static final Counts OPEN_ONES = counts(4, 9, 4, 1, 9);

  @Test
  void a_new_event_is_planned_before_its_start() {
    assertThat(Life.born(DATES, BEFORE)).isEqualTo(new Planned(BEFORE));
  }

  @Test
  void an_event_opens_at_the_moment_of_its_start() {
    assertThat(Course.timePassed(new Planned(BEFORE), DATES, START)).isEqualTo(new Open(START));
    assertThat(Life.born(DATES, DURING)).isEqualTo(new Open(DURING));
  }

  @Test
  void an_open_event_ends_at_the_moment_of_its_end() {
    assertThat(Course.timePassed(new Open(START), DATES, DURING)).isEqualTo(new Open(START));
    assertThat(Course.timePassed(new Open(START), DATES, END)).isEqualTo(new Ended(END));
  }

  @Test
  void an_event_that_nobody_looked_at_for_days_ends_at_once() {
    assertThat(Course.timePassed(new Planned(BEFORE), DATES, AFTER)).isEqualTo(new Ended(AFTER));
    assertThat(Life.born(DATES, AFTER)).isEqualTo(new Ended(AFTER));
  }

  @Test
  void time_alone_moves_nothing_after_the_end() {
    for (var life :
        List.of(new Ended(END), new FollowingUp(END), new Closed(END), new Cancelled(END))) {
      assertThat(Course.timePassed(life, DATES, AFTER)).isSameAs(life);
    }
  }

  @Test
  void an_ended_event_stays_so_until_both_counts_are_in() {
    var ended = new Ended(END);
    assertThat(Course.counted(ended, Counts.NONE, AFTER)).isSameAs(ended);
    assertThat(Course.counted(ended, new Counts(SETTLED.meetings(), null), AFTER)).isSameAs(ended);
    assertThat(Course.counted(ended, new Counts(null, SETTLED.progress()), AFTER)).isSameAs(ended);
    assertThat(Course.lookedAgain(ended, Counts.NONE, AFTER)).isSameAs(ended);
  }

  @Test
  void an_ended_event_with_something_open_is_followed_up() {
    assertThat(Course.counted(new Ended(END), OPEN_ONES, AFTER)).isEqualTo(new FollowingUp(AFTER));
  }

  @Test
  void an_ended_event_closes_only_when_looked_at_again() {
    var ended = new Ended(END);
    assertThat(Course.counted(ended, SETTLED, AFTER)).isSameAs(ended);
    assertThat(Course.lookedAgain(ended, SETTLED, AFTER)).isEqualTo(new Closed(AFTER));
    assertThat(Course.lookedAgain(ended, OPEN_ONES, AFTER)).isEqualTo(new FollowingUp(AFTER));
  }

  @Test
  void an_event_closes_when_everything_is_settled_and_still_is_a_pause_later() {
    var following = new FollowingUp(END);
    assertThat(Course.counted(following, SETTLED, AFTER)).isSameAs(following);
    assertThat(Course.lookedAgain(following, SETTLED, AFTER)).isEqualTo(new Closed(AFTER));
  }

  @Test
  void each_part_of_the_proof_keeps_an_event_from_closing() {
    var people = People.NOBODY;
    var progress = new Progress(1, 4, 0, 9, Map.of(), people);
    for (var counts :
        List.of(
            new Counts(new Meetings(1, 4, 9, 1, 0, 0), progress),
            new Counts(new Meetings(1, 4, 9, 0, 1, 0), progress),
            new Counts(new Meetings(1, 6, 9, 0, 0, 0), progress),
            new Counts(new Meetings(1, 4, 10, 0, 0, 0), progress),
            new Counts(new Meetings(1, 4, 8, 0, 0, 0), progress),
            counts(4, 9, 4, 1, 9))) {
      var following = new FollowingUp(END);
      assertThat(Course.lookedAgain(following, counts, AFTER)).isSameAs(following);
      assertThat(Course.counted(new Closed(END), counts, AFTER)).isEqualTo(new FollowingUp(AFTER));
    }
  }

  @Test
  void unresolved_scans_keep_no_event_open() {
    var counts = new Counts(new Meetings(1, 4, 9, 0, 0, 7), SETTLED.progress());
    assertThat(Course.lookedAgain(new FollowingUp(END), counts, AFTER))
        .isEqualTo(new Closed(AFTER));
  }

  @Test
  void a_closed_event_stays_closed_while_the_proof_holds() {
    var closed = new Closed(END);
    assertThat(Course.counted(closed, SETTLED, AFTER)).isSameAs(closed);
    assertThat(Course.lookedAgain(closed, SETTLED, AFTER)).isSameAs(closed);
  }

  @Test
  void counts_move_nothing_before_the_end_or_after_a_cancellation() {
    for (var life : List.of(new Planned(BEFORE), new Open(START), new Cancelled(END))) {
      assertThat(Course.counted(life, SETTLED, AFTER)).isSameAs(life);
      assertThat(Course.counted(life, OPEN_ONES, AFTER)).isSameAs(life);
    }
  }

  @Test
  void dates_moved_ahead_bring_an_event_back() {
    for (var life :
        List.of(
            new Planned(BEFORE),
            new Open(START),
            new Ended(END),
            new FollowingUp(END),
            new Closed(END))) {
      var ahead = new Dates(AFTER.plusSeconds(60), AFTER.plusSeconds(7200));
      var extended = new Dates(START, AFTER.plusSeconds(7200));
      assertThat(State.of(Course.moved(life, ahead, AFTER))).isEqualTo(State.PLANNED);
      assertThat(State.of(Course.moved(life, extended, AFTER))).isEqualTo(State.OPEN);
    }
  }

  @Test
  void dates_moved_back_end_a_running_event_and_leave_one_that_is_over() {
    var past = new Dates(START.minusSeconds(3600), START);
    assertThat(Course.moved(new Open(START), past, DURING)).isEqualTo(new Ended(DURING));
    var closed = new Closed(END);
    assertThat(Course.moved(closed, past, DURING)).isSameAs(closed);
    var cancelled = new Cancelled(END);
    assertThat(Course.moved(cancelled, past, DURING)).isSameAs(cancelled);
  }

  @Test
  void only_an_event_that_has_begun_can_be_ended_by_hand() {
    assertThat(Course.end(new Open(START), DURING)).contains(new Ended(DURING));
    assertThat(Course.end(new Planned(BEFORE), BEFORE)).isEmpty();
    assertThat(Course.end(new Cancelled(END), AFTER)).isEmpty();
    for (var life : List.of(new Ended(END), new FollowingUp(END), new Closed(END))) {
      assertThat(Course.end(life, AFTER)).containsSame(life);
    }
  }

  @Test
  void any_event_but_a_closed_one_can_be_cancelled_once() {
    for (var life :
        List.of(new Planned(BEFORE), new Open(START), new Ended(END), new FollowingUp(END))) {
      assertThat(Course.cancel(life, AFTER)).contains(new Cancelled(AFTER));
    }
    var cancelled = new Cancelled(END);
    assertThat(Course.cancel(cancelled, AFTER)).containsSame(cancelled);
    assertThat(Course.cancel(new Closed(END), AFTER)).isEmpty();
  }

  @Test
  void every_state_is_found_by_its_name() {
    for (var state : State.values()) {
      assertThat(State.named(state.wireName())).isEqualTo(state);
      assertThat(State.of(state.since(START))).isEqualTo(state);
    }
  }

  private static Counts counts(
      long directions, long meetingRevs, long total, long open, long followUpRevs) {
    return new Counts(
        new Meetings(1, directions, meetingRevs, 0, 0, 0),
        new Progress(1, total, open, followUpRevs, Map.of(), People.NOBODY));
  }
}
