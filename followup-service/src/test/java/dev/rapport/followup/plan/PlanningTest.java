package dev.rapport.followup.plan;

import static dev.rapport.followup.plan.Given.AFTER;
import static dev.rapport.followup.plan.Given.CONTACT;
import static dev.rapport.followup.plan.Given.DEADLINE;
import static dev.rapport.followup.plan.Given.ENDS;
import static dev.rapport.followup.plan.Given.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.followup.plan.Meeting.ReportedBy;
import dev.rapport.followup.plan.State.Outcome;
import dev.rapport.followup.plan.State.Scheduled;
import dev.rapport.followup.plan.State.Settled;
import dev.rapport.followup.plan.State.Waiting;
import dev.rapport.followup.plan.State.WithOwner;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanningTest {

  private static final LocalDate DAY = LocalDate.parse("2026-06-04");

  @Test
  void when_all_agree_it_is_scheduled_for_the_first_waking_day_after_the_end() {
    assertThat(Given.everything().planned().state()).isEqualTo(new Scheduled(DAY, false, ENDS));
  }

  @Test
  void an_event_that_ends_in_the_evening_is_followed_up_the_next_day() {
    var late = Given.everything().event(AFTER, Event.State.OPEN, 1);
    assertThat(late.planned().state()).isEqualTo(new Scheduled(DAY.plusDays(1), false, AFTER));
  }

  @Test
  void a_mail_is_asked_for_half_a_day_before_its_day_but_not_before_the_event_ends() {
    var given =
        Given.everything().event(Instant.parse("2026-06-04T02:00:00Z"), Event.State.OPEN, 1);
    assertThat(given.at(Given.MET).planned().state())
        .isEqualTo(scheduled("2026-06-04", "2026-06-04T02:00:00Z"));
    assertThat(given.at("2026-06-04T21:00:00Z").planned().state())
        .isEqualTo(scheduled("2026-06-05", "2026-06-04T12:00:00Z"));
  }

  @Test
  void what_is_held_stays_scheduled_and_is_looked_at_once_an_hour() {
    var held = Given.everything().held().at(AFTER);
    var next = AFTER.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
    var planned = held.planned();

    assertThat(planned.state()).isEqualTo(held.planned().state());
    assertThat(((Scheduled) planned.state()).askAt()).isEqualTo(next);
    assertThat(planned.planned(held.world())).isEqualTo(planned);
    assertThat(planned.planned(Given.everything().at(AFTER).world()))
        .isEqualTo(Given.everything().at(AFTER).planned());
  }

  @Test
  void what_is_held_moves_to_a_later_day_when_its_own_passes() {
    var planned = Given.everything().held().planned();
    var later =
        planned.planned(Given.everything().held().at(ENDS.plus(Duration.ofDays(2))).world());

    assertThat(((Scheduled) later.state()).slot()).isAfter(DAY);
  }

  @Test
  void what_is_held_ends_at_its_deadline() {
    var planned = Given.everything().held().planned();
    var last = planned.planned(Given.everything().held().at(DEADLINE.minusSeconds(5)).world());
    var over = last.planned(Given.everything().held().at(DEADLINE).world());

    assertThat(over.state()).isInstanceOf(Settled.class);
  }

  @Test
  void the_deadline_is_a_week_after_the_meeting() {
    assertThat(Given.everything().planned().deadline()).isEqualTo(DEADLINE);
  }

  @Test
  void a_late_report_has_a_day_at_least() {
    var reported = DEADLINE.plus(Duration.ofDays(3));
    var meeting =
        new Meeting(1, Given.MET, Given.MET, reported, "faceToFace", ReportedBy.OWNER, null);
    var world = Given.everything().at(reported).world();
    var planned = FollowUp.of(Given.ID, Given.EVENT, OWNER, CONTACT, meeting).planned(world);
    assertThat(planned.deadline()).isEqualTo(reported.plus(Duration.ofDays(1)));
    assertThat(planned.state()).isInstanceOf(Scheduled.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = ReportedBy.class,
      names = {"CONTACT", "NONE"})
  void nobody_is_written_to_in_the_name_of_someone_who_did_not_report(ReportedBy by) {
    assertThat(Given.everything().planned(by).state()).isEqualTo(new Waiting(ENDS));
    assertThat(Given.everything().at(AFTER).planned(by).state())
        .isEqualTo(new WithOwner(DEADLINE, AFTER));
  }

  @Test
  void without_the_owners_consent_it_is_the_owners() {
    var world = Given.everything().owner(false, true, "Europe/Paris").at(AFTER);
    assertThat(world.planned().state()).isInstanceOf(WithOwner.class);
  }

  @Test
  void without_the_contacts_consent_it_is_the_owners() {
    var world = Given.everything().contact(false, false, "Europe/Paris").at(AFTER);
    assertThat(world.planned().state()).isInstanceOf(WithOwner.class);
  }

  @Test
  void consent_that_arrives_later_schedules_what_was_with_the_owner() {
    var without = Given.everything().owner(false, true, null).at(AFTER);
    var with = without.planned();
    var agreed = Given.everything().at(AFTER).world();
    assertThat(with.planned(agreed).state()).isInstanceOf(Scheduled.class);
  }

  @Test
  void the_owners_own_later_report_schedules_it() {
    var given = Given.everything().at(AFTER);
    var heard = given.planned(ReportedBy.CONTACT).next();
    var both = heard.heard(Given.met(2, ReportedBy.BOTH), given.world());
    assertThat(both.state()).isInstanceOf(Scheduled.class);
    assertThat(both.meeting().rev()).isEqualTo(2);
  }

  @Test
  void consent_taken_back_is_consent_not_given() {
    var scheduled = Given.everything().at(AFTER).planned();
    var taken = Given.everything().owner(false, true, null).at(AFTER).world();
    assertThat(scheduled.planned(taken).state()).isEqualTo(new WithOwner(DEADLINE, AFTER));
  }

  @Test
  void what_is_not_known_yet_waits_and_looks_again() {
    assertThat(Given.nothing().planned().state()).isEqualTo(new Waiting(null));
    var before = Given.everything().unknown(CONTACT).planned().state();
    assertThat(before).isEqualTo(new Waiting(ENDS));
    var after = Given.everything().unknown(OWNER).at(AFTER).planned().state();
    assertThat(after).isEqualTo(new Waiting(AFTER.plus(Duration.ofHours(1))));
    var last = Given.everything().unknown(OWNER).at(DEADLINE.minusSeconds(5)).planned().state();
    assertThat(last).isEqualTo(new Waiting(DEADLINE));
  }

  @Test
  void what_nobody_decided_is_missed_at_the_deadline() {
    var given = Given.everything().owner(false, true, null);
    var with = given.at(AFTER).planned();
    assertThat(with.planned(given.at(DEADLINE.minusMillis(1)).world()).state())
        .isInstanceOf(WithOwner.class);
    assertThat(with.planned(given.at(DEADLINE).world()).state())
        .isEqualTo(new Settled(Outcome.MISSED, null, DEADLINE, false));
  }

  @Test
  void a_slot_that_an_outage_outlasted_is_planned_again_and_missed_when_none_is_left() {
    var given = Given.everything();
    var scheduled = given.planned();
    assertThat(scheduled.planned(given.at("2026-06-08T12:00:00Z").world()).state())
        .isEqualTo(scheduled("2026-06-08", "2026-06-07T12:00:00Z"));
    assertThat(scheduled.planned(given.at("2026-06-11T09:59:00Z").world()).state())
        .isEqualTo(scheduled("2026-06-11", "2026-06-10T12:00:00Z"));
    assertThat(scheduled.planned(given.at("2026-06-12T00:00:00Z").world()).state())
        .isEqualTo(new Settled(Outcome.MISSED, null, Instant.parse("2026-06-12T00:00:00Z"), false));
  }

  @Test
  void where_the_end_and_the_week_collide_the_week_wins() {
    var endless = Instant.parse("2026-06-20T16:00:00Z");
    var given = Given.everything().event(endless, Event.State.OPEN, 1);
    assertThat(given.planned().state()).isEqualTo(scheduled("2026-06-11", "2026-06-10T12:00:00Z"));
    var byOwner = given.owner(false, true, null).planned();
    assertThat(byOwner.state()).isEqualTo(new Waiting(DEADLINE.minus(Duration.ofDays(1))));
    assertThat(byOwner.planned(given.at("2026-06-10T11:00:00Z").world()).state())
        .isInstanceOf(WithOwner.class);
  }

  @Test
  void a_moved_event_moves_what_is_planned() {
    var given = Given.everything();
    var scheduled = given.planned();
    var later = Instant.parse("2026-06-06T16:00:00Z");
    var moved = scheduled.planned(given.event(later, Event.State.OPEN, 2).world());
    assertThat(moved.state()).isEqualTo(scheduled("2026-06-06", "2026-06-06T16:00:00Z"));
    assertThat(moved.policyRev()).isEqualTo(2);
  }

  @Test
  void an_event_that_goes_on_takes_follow_ups_back_from_their_owners() {
    var given = Given.everything().owner(false, true, null).at(AFTER);
    var with = given.planned();
    var later = Instant.parse("2026-06-06T16:00:00Z");
    assertThat(with.planned(given.event(later, Event.State.OPEN, 2).world()).state())
        .isEqualTo(new Waiting(later));
  }

  @Test
  void a_cancelled_event_withdraws_what_is_open() {
    var given = Given.everything();
    var scheduled = given.planned();
    var cancelled = scheduled.planned(given.event(ENDS, Event.State.CANCELLED, 1).world());
    assertThat(cancelled.state())
        .isEqualTo(new Settled(Outcome.WITHDRAWN, "eventCancelled", Given.MET, true));
  }

  @Test
  void an_erased_person_leaves_a_stub_that_still_counts() {
    var given = Given.everything();
    for (var gone : new java.util.UUID[] {OWNER, CONTACT}) {
      var erased = Given.everything().planned().planned(given.erased(gone).world());
      assertThat(erased.state())
          .isEqualTo(new Settled(Outcome.WITHDRAWN, "erased", Given.MET, true));
      assertThat(erased.erased()).isTrue();
      assertThat(erased.meeting().counts()).isTrue();
      assertThat(erased.meeting().firstMet()).isEqualTo(Instant.EPOCH);
    }
  }

  @Test
  void erasure_keeps_an_outcome_that_was_reached_before() {
    var given = Given.everything().at(AFTER);
    var due = ((Scheduled) given.planned().state()).due();
    var sent = given.planned().with(due).told(Result.DELIVERED, AFTER, given.world());
    var erased = sent.planned(given.erased(CONTACT).world());
    assertThat(erased.state()).isEqualTo(sent.state());
    assertThat(erased.erased()).isTrue();
    assertThat(erased.answer()).isEqualTo(Answer.NONE);
  }

  @Test
  void a_later_state_of_an_erased_persons_meeting_brings_nothing_back() {
    var given = Given.everything().erased(CONTACT);
    var stub = given.planned().next();
    var heard = stub.heard(Given.met(5, ReportedBy.BOTH), given.world());
    assertThat(heard.meeting().rev()).isEqualTo(5);
    assertThat(heard.meeting().firstMet()).isEqualTo(Instant.EPOCH);
    assertThat(heard.state()).isInstanceOf(Settled.class);
  }

  @Test
  void planning_twice_changes_nothing() {
    for (var at : new Instant[] {Given.MET, ENDS, AFTER, DEADLINE.minusSeconds(60), DEADLINE}) {
      for (var agrees = 0; agrees < 4; agrees++) {
        var given =
            Given.everything()
                .owner(agrees % 2 == 0, true, null)
                .contact(false, agrees / 2 == 0, "Asia/Kolkata")
                .at(at);
        var once = given.planned();
        assertThat(once.planned(given.world())).isEqualTo(once);
      }
    }
  }

  private static Scheduled scheduled(String day, String askAt) {
    return new Scheduled(LocalDate.parse(day), false, Instant.parse(askAt));
  }
}
