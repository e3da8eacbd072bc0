package dev.rapport.followup.plan;

import static dev.rapport.followup.plan.Given.AFTER;
import static dev.rapport.followup.plan.Given.DEADLINE;
import static dev.rapport.followup.plan.Given.ENDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.followup.plan.Meeting.NotCounted;
import dev.rapport.followup.plan.Meeting.ReportedBy;
import dev.rapport.followup.plan.State.Due;
import dev.rapport.followup.plan.State.Outcome;
import dev.rapport.followup.plan.State.Scheduled;
import dev.rapport.followup.plan.State.Settled;
import dev.rapport.followup.plan.State.Then;
import dev.rapport.followup.plan.State.Waiting;
import dev.rapport.followup.plan.State.WithOwner;
import dev.rapport.followup.plan.Voices.Side;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class FollowUpTest {

  private static final LocalDate DAY = LocalDate.parse("2026-06-05");
  private static final Instant HALF_A_DAY_BEFORE = Instant.parse("2026-06-05T12:00:00Z");

  private final Given given = Given.everything().at("2026-06-05T08:00:00Z");

  private FollowUp due() {
    var planned = given.planned();
    return planned.with(((Scheduled) planned.state()).due()).next();
  }

  private FollowUp takenBack(FollowUp due, Outcome outcome, String reason) {
    return due.with(((Due) due.state()).takenBack(outcome, reason));
  }

  @Test
  void delivered_is_sent_and_on_time_by_the_mails_own_moment() {
    assertThat(due().told(Result.DELIVERED, AFTER, given.world()).state())
        .isEqualTo(new Settled(Outcome.SENT, null, AFTER, true));
    assertThat(due().told(Result.DELIVERED, DEADLINE.plusSeconds(1), given.world()).state())
        .isEqualTo(new Settled(Outcome.SENT, null, DEADLINE.plusSeconds(1), false));
  }

  @Test
  void in_doubt_is_sent_unconfirmed() {
    assertThat(due().told(Result.IN_DOUBT, AFTER, given.world()).state())
        .isEqualTo(new Settled(Outcome.SENT, "unconfirmed", AFTER, true));
  }

  @ParameterizedTest
  @EnumSource(
      value = Result.class,
      names = {"REFUSED", "SUPPRESSED", "WITHHELD"})
  void what_cannot_be_delivered_goes_to_the_owner_and_ends_undeliverable(Result result) {
    var told = due().told(result, AFTER, given.world());
    assertThat(told.state()).isInstanceOf(WithOwner.class);
    assertThat(told.planned(given.world())).isEqualTo(told);
    assertThat(told.planned(given.at(DEADLINE).world()).state())
        .isEqualTo(new Settled(Outcome.UNDELIVERABLE, result.word(), DEADLINE, false));
  }

  @Test
  void what_is_refused_after_the_deadline_is_undeliverable_at_once() {
    var told = due().told(Result.REFUSED, DEADLINE, given.at(DEADLINE).world());
    assertThat(told.state())
        .isEqualTo(new Settled(Outcome.UNDELIVERABLE, "refused", DEADLINE, false));
  }

  @Test
  void suppressed_for_a_consent_that_is_gone_is_no_failure() {
    var due = due();
    var gone = given.contact(false, false, null).world();
    var with = due.told(Result.SUPPRESSED, AFTER, gone);
    assertThat(with.state()).isInstanceOf(WithOwner.class);
    var back = Given.everything().at("2026-06-05T09:00:00Z").world();
    assertThat(with.planned(back).state()).isInstanceOf(Scheduled.class);
  }

  @Test
  void what_was_late_takes_the_next_day() {
    var told = due().told(Result.LATE, AFTER, given.world());
    assertThat(told.state()).isEqualTo(new Scheduled(DAY.plusDays(1), false, HALF_A_DAY_BEFORE));
  }

  @Test
  void what_was_late_on_the_last_day_goes_to_the_owner() {
    var last = given.at("2026-06-11T07:00:00Z");
    var due = last.planned().with(new Scheduled(LocalDate.parse("2026-06-11"), false, ENDS).due());
    assertThat(due.told(Result.LATE, AFTER, last.world()).state()).isInstanceOf(WithOwner.class);
  }

  @Test
  void no_day_is_ever_asked_for_twice() {
    var followUp = due();
    var asked = new java.util.HashSet<LocalDate>();
    for (var day = 5; day < 11; day++) {
      var world = given.at(Instant.parse("2026-06-%02dT08:00:00Z".formatted(day))).world();
      assertThat(asked.add(((Due) followUp.state()).slot())).isTrue();
      followUp = followUp.told(Result.LATE, world.now(), world);
      if (!(followUp.state() instanceof Scheduled scheduled)) {
        break;
      }
      followUp = followUp.with(scheduled.due());
    }
    assertThat(asked).hasSizeGreaterThan(3);
  }

  @Test
  void an_undone_meeting_is_taken_back_before_it_is_withdrawn() {
    var undone = due().heard(Given.notCounted(2, NotCounted.UNDONE), given.world());
    assertThat(undone.state())
        .isEqualTo(new Due(DAY, false, new Then.Settle(Outcome.WITHDRAWN, "undone")));
    assertThat(undone.told(Result.CANCELLED, AFTER, given.world()).state())
        .isEqualTo(new Settled(Outcome.WITHDRAWN, "undone", given.world().now(), true));
  }

  @Test
  void the_record_never_denies_a_mail_that_went_out() {
    var undone = due().heard(Given.notCounted(2, NotCounted.UNDONE), given.world());
    var sent = undone.told(Result.DELIVERED, AFTER, given.world());
    assertThat(sent.state()).isEqualTo(new Settled(Outcome.SENT, null, AFTER, true));
    assertThat(sent.meeting().counts()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Result.class,
      mode = Mode.EXCLUDE,
      names = {"DELIVERED", "IN_DOUBT"})
  void whatever_did_not_go_out_ends_as_it_was_taken_back_for(Result result) {
    var done = takenBack(due(), Outcome.DONE, "accepted");
    assertThat(done.told(result, AFTER, given.world()).state())
        .isEqualTo(new Settled(Outcome.DONE, "accepted", given.world().now(), true));
  }

  @Test
  void consent_taken_back_while_due_cancels_and_goes_to_the_owner() {
    var due = due();
    var without = given.owner(false, true, null).world();
    var takenBack = due.planned(without);
    assertThat(takenBack.state()).isEqualTo(new Due(DAY, false, new Then.PlanAgain()));
    assertThat(takenBack.told(Result.CANCELLED, AFTER, without).state())
        .isInstanceOf(WithOwner.class);
  }

  @Test
  void the_first_reason_to_settle_stands() {
    var done = takenBack(due(), Outcome.DONE, "accepted");
    assertThat(takenBack(done, Outcome.WITHDRAWN, "undone")).isEqualTo(done);
    var planAgain = due().with(((Due) due().state()).takenBack());
    assertThat(takenBack(planAgain, Outcome.DONE, "accepted")).isEqualTo(done);
  }

  @Test
  void what_was_undone_or_parted_comes_back_when_the_meeting_counts_again() {
    var undone =
        given.planned().next().heard(Given.notCounted(2, NotCounted.UNDONE), given.world());
    assertThat(undone.state()).isInstanceOf(Settled.class);
    var again = undone.next().heard(Given.met(3, ReportedBy.BOTH), given.world());
    assertThat(again.state()).isInstanceOf(Scheduled.class);

    var blocked =
        given.planned().next().heard(Given.notCounted(2, NotCounted.BLOCKED), given.world());
    assertThat(blocked.next().planned(given.world()).state()).isEqualTo(blocked.state());
    var lifted = blocked.next().heard(Given.met(3, ReportedBy.BOTH), given.world());
    assertThat(lifted.state()).isInstanceOf(Scheduled.class);
  }

  @Test
  void what_counts_again_while_it_is_taken_back_is_planned_again() {
    var undone = due().heard(Given.notCounted(2, NotCounted.UNDONE), given.world());
    var again = undone.next().heard(Given.met(3, ReportedBy.BOTH), given.world());
    assertThat(again.state()).isEqualTo(new Due(DAY, false, new Then.PlanAgain()));
    assertThat(again.told(Result.CANCELLED, AFTER, given.world()).state())
        .isEqualTo(new Scheduled(DAY.plusDays(1), false, HALF_A_DAY_BEFORE));
  }

  @Test
  void what_was_not_met_stays_so_when_an_undone_meeting_counts_again() {
    var notMet = due().answered(Side.CONTACT, Answer.Kind.NOT_MET, given.world());
    var undone = notMet.next().heard(Given.notCounted(2, NotCounted.UNDONE), given.world());
    var again = undone.next().heard(Given.met(3, ReportedBy.BOTH), given.world());
    assertThat(again.state()).isEqualTo(notMet.state());
    assertThat(again.told(Result.LATE, AFTER, given.world()).state())
        .isEqualTo(new Settled(Outcome.WITHDRAWN, "notMet", given.world().now(), true));
  }

  @Test
  void who_answered_before_the_mail_went_out_is_asked_by_none() {
    var accepted = due().answered(Side.CONTACT, Answer.Kind.ACCEPTED, given.world());
    assertThat(accepted.told(Result.DELIVERED, AFTER, given.world()).state())
        .isEqualTo(new Settled(Outcome.SENT, null, AFTER, true));
    assertThat(accepted.told(Result.LATE, AFTER, given.world()).state())
        .isEqualTo(new Settled(Outcome.CONNECTED, "accepted", given.world().now(), true));
    var declined = due().answered(Side.CONTACT, Answer.Kind.DECLINED, given.world());
    assertThat(declined.told(Result.REFUSED, AFTER, given.world()).state())
        .isEqualTo(new Settled(Outcome.WAIVED, "declined", given.world().now(), true));
  }

  @Test
  void an_old_state_of_the_meeting_changes_nothing() {
    var due = due().heard(Given.met(5, ReportedBy.BOTH), given.world());
    assertThat(due.heard(Given.notCounted(4, NotCounted.UNDONE), given.world())).isEqualTo(due);
    assertThat(due.heard(Given.met(5, ReportedBy.NONE), given.world())).isEqualTo(due);
  }

  @Test
  void a_meeting_that_is_heard_again_is_planned_by_what_is_known_by_then() {
    var made = given.contact(false, false, null).planned().next();
    assertThat(made.state()).isInstanceOf(WithOwner.class);
    var agreed = given.contact(false, true, null).world();
    assertThat(made.heard(made.meeting(), agreed).state()).isInstanceOf(Scheduled.class);
  }

  @Test
  void what_is_due_is_a_stub_once_one_is_erased_and_is_still_cancelled() {
    var erased = due().planned(given.erased(Given.CONTACT).world());
    assertThat(erased.erased()).isTrue();
    assertThat(erased.deadline()).isNull();
    assertThat(erased.meeting()).isEqualTo(Meeting.stub(1, null));
    assertThat(erased.state())
        .isEqualTo(new Due(DAY, false, new Then.Settle(Outcome.WITHDRAWN, "erased")));
    assertThat(erased.planned(given.world())).isEqualTo(erased);
    assertThat(erased.told(Result.CANCELLED, AFTER, given.world()).state())
        .isInstanceOfSatisfying(Settled.class, settled -> assertThat(settled.onTime()).isTrue());
    assertThat(erased.told(Result.DELIVERED, AFTER, given.world()).state())
        .isEqualTo(new Settled(Outcome.SENT, null, AFTER, true));
  }

  @Test
  void what_is_done_too_late_stays_missed_and_is_noted_once() {
    var missed = given.owner(false, true, null).planned().planned(given.at(DEADLINE).world());
    var settled = (Settled) missed.state();
    assertThat(settled.outcome()).isEqualTo(Outcome.MISSED);
    var late = settled.doneLate(DEADLINE.plusSeconds(60));
    assertThat(late.outcome()).isEqualTo(Outcome.MISSED);
    assertThat(late.onTime()).isFalse();
    assertThat(late.doneLateAt()).isEqualTo(DEADLINE.plusSeconds(60));
    assertThat(late.doneLate(DEADLINE.plusSeconds(90))).isEqualTo(late);
    var done = new Settled(Outcome.DONE, null, AFTER, true);
    assertThat(done.doneLate(DEADLINE)).isEqualTo(done);
  }

  @Test
  void a_meeting_that_never_counted_is_withdrawn_from_the_start() {
    var meeting = Given.notCounted(1, NotCounted.BLOCKED);
    var made =
        FollowUp.of(Given.ID, Given.EVENT, Given.OWNER, Given.CONTACT, meeting)
            .planned(given.world());
    assertThat(made.state())
        .isInstanceOfSatisfying(
            Settled.class, settled -> assertThat(settled.reason()).isEqualTo("blocked"));
  }

  @Test
  void an_answer_stands_beside_the_outcome_and_reopens_nothing() {
    var sent = due().told(Result.DELIVERED, AFTER, given.world());
    var accepted = sent.answered(Side.CONTACT, Answer.Kind.ACCEPTED, given.world());
    assertThat(accepted.state()).isEqualTo(sent.state());
    assertThat(accepted.answer().kind()).isEqualTo(Answer.Kind.ACCEPTED);
    assertThat(accepted.answered(Side.CONTACT, Answer.Kind.ACCEPTED, given.at(DEADLINE).world()))
        .isEqualTo(accepted);
  }

  @Test
  void the_latest_answer_counts_but_a_block_is_the_last_word() {
    var sent = due().told(Result.DELIVERED, AFTER, given.world());
    var changed =
        sent.answered(Side.CONTACT, Answer.Kind.DECLINED, given.world())
            .answered(Side.CONTACT, Answer.Kind.ACCEPTED, given.world());
    assertThat(changed.answer().kind()).isEqualTo(Answer.Kind.ACCEPTED);
    var blocked = changed.answered(Side.CONTACT, Answer.Kind.BLOCKED, given.world());
    assertThat(blocked.answered(Side.CONTACT, Answer.Kind.ACCEPTED, given.world()))
        .isEqualTo(blocked);
  }

  @Test
  void each_of_the_two_keeps_their_own_answer_and_a_block_counts_for_both() {
    var sent = due().told(Result.DELIVERED, AFTER, given.world());
    var accepted = sent.answered(Side.CONTACT, Answer.Kind.ACCEPTED, given.world());
    var blocked =
        accepted.answered(Side.OWNER, Answer.Kind.BLOCKED, given.at(AFTER.plusSeconds(1)).world());
    assertThat(blocked.answer().kind()).isEqualTo(Answer.Kind.BLOCKED);
    assertThat(blocked.voices().contact().kind()).isEqualTo(Answer.Kind.ACCEPTED);
    var later = given.at(AFTER.plusSeconds(2)).world();
    var declined = blocked.answered(Side.CONTACT, Answer.Kind.DECLINED, later);
    assertThat(declined.answer()).isEqualTo(blocked.answer());
    assertThat(declined.voices().contact().kind()).isEqualTo(Answer.Kind.DECLINED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Answer.Kind.class,
      names = {"NOT_MET", "BLOCKED"})
  void an_owner_is_shown_their_own_no_and_never_the_contacts(Answer.Kind kind) {
    var sent = due().told(Result.DELIVERED, AFTER, given.world());
    var byContact = sent.answered(Side.CONTACT, kind, given.world());
    assertThat(byContact.voices().shownToOwner()).isEqualTo(Answer.NONE);
    var byOwner = sent.answered(Side.OWNER, kind, given.world());
    assertThat(byOwner.voices().shownToOwner().kind()).isEqualTo(kind);
    assertThat(byOwner.voices().contact()).isEqualTo(Answer.NONE);
  }

  @Test
  void not_met_withdraws_what_is_open_on_the_owners_word_too() {
    var with = given.owner(false, true, null).planned();
    var notMet = with.answered(Side.OWNER, Answer.Kind.NOT_MET, given.world());
    assertThat(notMet.state())
        .isEqualTo(new Settled(Outcome.WITHDRAWN, "notMet", given.world().now(), true));
  }

  @ParameterizedTest
  @EnumSource(value = Answer.Kind.class, mode = Mode.EXCLUDE, names = "NONE")
  void answers_are_mirrored_to_whatever_is_open_on_the_other_side(Answer.Kind kind) {
    var outcome =
        switch (kind) {
          case ACCEPTED -> Outcome.CONNECTED;
          case DECLINED -> Outcome.WAIVED;
          default -> Outcome.WITHDRAWN;
        };
    var expected = new Settled(outcome, kind.word(), given.world().now(), true);
    var scheduled = given.planned();
    assertThat(scheduled.mirrored(kind, given.world()).state()).isEqualTo(expected);
    var waiting = scheduled.with(new Waiting(ENDS));
    assertThat(waiting.mirrored(kind, given.world()).state()).isEqualTo(expected);
    var with = scheduled.with(new WithOwner(DEADLINE, AFTER));
    assertThat(with.mirrored(kind, given.world()).state()).isEqualTo(expected);

    var taken = due().mirrored(kind, given.world());
    assertThat(taken.state()).isInstanceOf(Due.class);
    assertThat(taken.told(Result.CANCELLED, AFTER, given.world()).state()).isEqualTo(expected);
    assertThat(taken.mirrored(kind, given.world())).isEqualTo(taken);

    var sent = due().told(Result.DELIVERED, AFTER, given.world());
    assertThat(sent.mirrored(kind, given.world())).isEqualTo(sent);
  }

  @Test
  void sent_by_hand_needs_the_contacts_consent_alone() {
    var noConsent = given.owner(false, true, null);
    var with = (WithOwner) noConsent.planned().state();
    var byHand = noConsent.planned().with(with.sent(DAY, ENDS));
    assertThat(byHand.planned(noConsent.world())).isEqualTo(byHand);
    assertThat(byHand.planned(noConsent.contact(false, false, null).world()).state())
        .isInstanceOf(WithOwner.class);
  }

  @Test
  void what_was_sent_by_hand_and_came_late_stays_by_hand() {
    var noConsent = given.owner(false, true, null);
    var due = noConsent.planned().with(new Scheduled(DAY, true, ENDS).due());
    assertThat(due.told(Result.LATE, AFTER, noConsent.world()).state())
        .isEqualTo(new Scheduled(DAY.plusDays(1), true, HALF_A_DAY_BEFORE));
  }

  @Test
  void an_owner_can_send_again_what_was_refused() {
    var refused = due().told(Result.REFUSED, AFTER, given.world());
    var slot = Planning.slot(refused, given.world());
    assertThat(slot).isEqualTo(DAY.plusDays(1));
    var again =
        refused.with(((WithOwner) refused.state()).sent(DAY.plusDays(1), HALF_A_DAY_BEFORE));
    assertThat(again.planned(given.world())).isEqualTo(again);
  }

  @Test
  void a_refusal_is_remembered_when_the_owner_s_own_try_comes_too_late() {
    var refused = due().told(Result.REFUSED, AFTER, given.world());
    var again = refused.with(new Scheduled(DAY.plusDays(1), true, AFTER).due());
    var late = again.told(Result.LATE, DEADLINE, given.at(DEADLINE).world());
    assertThat(late.state())
        .isEqualTo(new Settled(Outcome.UNDELIVERABLE, "refused", DEADLINE, false));
  }

  @Test
  void an_event_whose_end_moved_takes_back_what_is_due_too_early() {
    var due = due();
    var moved = given.event(Instant.parse("2026-06-07T16:00:00Z"), Event.State.OPEN, 2).world();
    assertThat(due.planned(moved).state()).isEqualTo(new Due(DAY, false, new Then.PlanAgain()));
    var shorter = given.event(Instant.parse("2026-06-04T15:00:00Z"), Event.State.OPEN, 3).world();
    assertThat(due.planned(shorter).state()).isEqualTo(due.state());
  }

  @Test
  void an_answer_about_what_is_not_due_changes_nothing() {
    var scheduled = given.planned();
    assertThat(scheduled.told(Result.DELIVERED, AFTER, given.world())).isEqualTo(scheduled);
    var sent = due().told(Result.DELIVERED, AFTER, given.world());
    assertThat(sent.told(Result.REFUSED, AFTER, given.world())).isEqualTo(sent);
  }
}
