package dev.rapport.followup.nurture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.followup.give.Purpose;
import dev.rapport.followup.plan.Answer;
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.plan.Meeting;
import dev.rapport.followup.plan.State.Outcome;
import dev.rapport.followup.plan.State.Settled;
import dev.rapport.followup.plan.Voices;
import dev.rapport.followup.plan.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TouchTest {

  private static final UUID OWNER = new UUID(8, 2);
  private static final UUID CONTACT = new UUID(8, 3);
  private static final Instant START = Instant.parse("2026-06-04T10:00:00Z");

  private final Habits habits = new Habits(OWNER, Map.of("friends", 7), null);
  private final Tie monthly = tie(new Cadence(30, null, START));

  @Test
  void a_cadence_starts_when_it_is_set_for_whom_one_was_never_in_touch_with() {
    var touch = Touch.of(monthly, habits, List.of());
    assertThat(touch.dueAt()).isEqualTo(START.plus(Duration.ofDays(30)));
    assertThat(touch.isDue(START.plus(Duration.ofDays(30)))).isTrue();
    assertThat(touch.isDue(START.plus(Duration.ofDays(29)))).isFalse();
  }

  @Test
  void it_starts_again_at_each_interaction_also_at_one_that_is_logged_late() {
    var called = monthly.logged(said(1, 20, Purpose.GREET)).logged(said(2, 10, Purpose.GREET));
    assertThat(Touch.of(called, habits, List.of()).dueAt())
        .isEqualTo(START.plus(Duration.ofDays(50)));
  }

  @Test
  void a_meeting_and_a_follow_up_are_interactions_too() {
    var met = met(START.plus(Duration.ofDays(3)));
    assertThat(Touch.of(monthly, habits, List.of(met)).last())
        .isEqualTo(START.plus(Duration.ofDays(3)));
    var written = met.with(new Settled(Outcome.SENT, null, START.plus(Duration.ofDays(5)), true));
    assertThat(Touch.of(monthly, habits, List.of(written)).last())
        .isEqualTo(START.plus(Duration.ofDays(5)));
    var left = met.with(new Settled(Outcome.WAIVED, null, START.plus(Duration.ofDays(5)), true));
    assertThat(Touch.of(monthly, habits, List.of(left)).last())
        .isEqualTo(START.plus(Duration.ofDays(3)));
  }

  @Test
  void a_tag_says_how_often_for_all_that_have_it() {
    var friend = tie(new Cadence(null, "friends", START));
    assertThat(Touch.of(friend, habits, List.of()).dueAt())
        .isEqualTo(START.plus(Duration.ofDays(7)));
    assertThat(Touch.of(tie(new Cadence(null, "others", START)), habits, List.of()).dueAt())
        .isNull();
  }

  @Test
  void what_is_snoozed_or_paused_waits() {
    var until = START.plus(Duration.ofDays(40));
    assertThat(Touch.of(monthly.snoozed(until), habits, List.of()).dueAt()).isEqualTo(until);
    var away = new Habits(OWNER, Map.of(), until.plusSeconds(1));
    assertThat(Touch.of(monthly.snoozed(until), away, List.of()).dueAt())
        .isEqualTo(until.plusSeconds(1));
  }

  @Test
  void overdue_is_relative_to_the_cadence() {
    var friend = tie(new Cadence(null, "friends", START));
    var now = START.plus(Duration.ofDays(60));
    assertThat(Touch.of(monthly, habits, List.of()).overdue(now)).isEqualTo(2.0);
    assertThat(Touch.of(friend, habits, List.of()).overdue(now)).isGreaterThan(8.0);
  }

  @Test
  void an_interaction_that_is_heard_again_changes_nothing() {
    var once = monthly.logged(said(1, 1, Purpose.ASK));
    assertThat(once.logged(said(1, 1, Purpose.ASK))).isSameAs(once);
    assertThat(once.balance().ask()).isEqualTo(1);
  }

  @Test
  void one_older_than_all_that_are_kept_changes_nothing() {
    var busy =
        IntStream.rangeClosed(1, Tie.MOST_KEPT)
            .mapToObj(i -> said(i, i, Purpose.GREET))
            .reduce(monthly, Tie::logged, (one, other) -> other);
    assertThat(busy.interactions()).hasSize(Tie.MOST_KEPT);
    assertThat(busy.logged(said(1_000, 0, Purpose.ASK))).isSameAs(busy);
  }

  @Test
  void a_meeting_outside_any_event_is_told_of_until_something_comes_after_it_or_it_is_left() {
    var day = START.plus(Duration.ofDays(3));
    var outside = new Interaction(new UUID(9, 1), 1, day, Purpose.GREET, true);
    var tie = monthly.logged(outside);
    assertThat(Touch.of(tie, habits, List.of()).metOutside()).isEqualTo(day);
    assertThat(Touch.of(tie.logged(said(2, 1, Purpose.ASK)), habits, List.of()).metOutside())
        .isEqualTo(day);
    assertThat(tie.logged(said(2, 4, Purpose.ASK)).metOutside()).isNull();
    var again = met(START.plus(Duration.ofDays(5)));
    assertThat(Touch.of(tie, habits, List.of(again)).metOutside()).isNull();
    var left = tie.left();
    assertThat(left.metOutside()).isNull();
    assertThat(left.left()).isSameAs(left);
    var lunch = START.plus(Duration.ofDays(6));
    assertThat(left.logged(new Interaction(new UUID(9, 3), 1, lunch, Purpose.GREET, true)))
        .extracting(Tie::metOutside)
        .isEqualTo(lunch);
  }

  @Test
  void a_meeting_that_one_of_the_two_denies_is_none_and_alone_it_reminds_of_nobody() {
    var denied = met(START.plus(Duration.ofDays(3)), OWNER, CONTACT);
    var others =
        met(START.plus(Duration.ofDays(3)), CONTACT, OWNER)
            .answered(Voices.Side.OWNER, Answer.Kind.NOT_MET, new World(Map.of(), Map.of(), START));
    assertThat(Touch.of(monthly, habits, List.of(denied, others)).dueAt()).isNull();
    var called = monthly.logged(said(1, 1, Purpose.GREET));
    assertThat(Touch.of(called, habits, List.of(denied, others)).last())
        .isEqualTo(START.plus(Duration.ofDays(1)));
    assertThat(Touch.of(called, habits, List.of(denied, others)).dueAt())
        .isEqualTo(START.plus(Duration.ofDays(31)));
  }

  private static Interaction said(long id, int day, Purpose purpose) {
    return new Interaction(new UUID(9, id), 1, START.plus(Duration.ofDays(day)), purpose);
  }

  private static FollowUp met(Instant at) {
    return met(at, OWNER, CONTACT);
  }

  private static FollowUp met(Instant at, UUID owner, UUID contact) {
    var meeting = new Meeting(1, at, at, at, "faceToFace", Meeting.ReportedBy.BOTH, null);
    return FollowUp.of(new UUID(8, 4), new UUID(8, 1), owner, contact, meeting);
  }

  private static Tie tie(Cadence cadence) {
    return Tie.none(new UUID(8, 5), OWNER, CONTACT).with(cadence);
  }
}
