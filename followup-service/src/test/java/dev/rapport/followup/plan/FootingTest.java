package dev.rapport.followup.plan;

import static dev.rapport.followup.plan.Given.AFTER;
import static dev.rapport.followup.plan.Given.CONTACT;
import static dev.rapport.followup.plan.Given.DEADLINE;
import static dev.rapport.followup.plan.Given.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.followup.plan.Meeting.ReportedBy;
import dev.rapport.followup.plan.State.Channel;
import dev.rapport.followup.plan.State.Due;
import dev.rapport.followup.plan.State.Outcome;
import dev.rapport.followup.plan.State.Scheduled;
import dev.rapport.followup.plan.State.Settled;
import dev.rapport.followup.plan.State.Then;
import dev.rapport.followup.plan.State.WithOwner;
import dev.rapport.followup.plan.Voices.Side;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Who has nothing to accept: both are willing, or connected since an earlier event. */
class FootingTest {

  private final Given given = Given.bothWilling().at("2026-06-05T08:00:00Z");

  private static Footing footing(FollowUp followUp) {
    return followUp.state() instanceof Scheduled scheduled
        ? scheduled.footing()
        : ((Due) followUp.state()).footing();
  }

  private FollowUp due() {
    var planned = given.planned();
    return planned.with(((Scheduled) planned.state()).due()).next();
  }

  @Test
  void who_both_reported_it_and_both_let_us_write_are_both_willing() {
    assertThat(footing(given.planned())).isEqualTo(Footing.BOTH_WILLING);
    assertThat(footing(given.planned(ReportedBy.OWNER))).isEqualTo(Footing.INVITED);
    assertThat(footing(Given.everything().planned())).isEqualTo(Footing.INVITED);
    var receivesNothing = Given.bothWilling().owner(true, false, null);
    assertThat(footing(receivesNothing.planned())).isEqualTo(Footing.INVITED);
  }

  @Test
  void what_reaches_both_willing_makes_them_connected() {
    assertThat(due().told(Result.DELIVERED, AFTER, given.world()).state())
        .isEqualTo(new Settled(Outcome.CONNECTED, null, AFTER, true, null, Channel.EMAIL));
    assertThat(due().told(Result.IN_DOUBT, AFTER, given.world()).state())
        .isEqualTo(new Settled(Outcome.CONNECTED, "unconfirmed", AFTER, true, null, Channel.EMAIL));
  }

  @Test
  void one_yes_taken_back_takes_the_mail_back_and_plans_it_as_what_it_is_now() {
    var due = due();
    var without = given.contact(false, true, null).world();
    var takenBack = due.planned(without);
    assertThat(takenBack.state())
        .isInstanceOfSatisfying(
            Due.class, d -> assertThat(d.then()).isEqualTo(new Then.PlanAgain()));
    assertThat(footing(takenBack.told(Result.CANCELLED, AFTER, without)))
        .isEqualTo(Footing.INVITED);
    assertThat(footing(due.told(Result.LATE, AFTER, without))).isEqualTo(Footing.INVITED);
  }

  @Test
  void a_mail_that_went_out_all_the_same_connected_them() {
    var due = due();
    var takenBack = due.planned(given.owner(false, true, null).world());
    assertThat(takenBack.told(Result.DELIVERED, AFTER, given.world()).state())
        .isEqualTo(new Settled(Outcome.CONNECTED, null, AFTER, true, null, Channel.EMAIL));
  }

  @Test
  void an_invite_that_is_due_stays_one_when_the_other_becomes_willing() {
    var asking = Given.everything().at("2026-06-05T08:00:00Z").planned();
    var due = asking.with(((Scheduled) asking.state()).due()).next();
    assertThat(due.planned(given.world())).isEqualTo(due);
  }

  @Test
  void a_report_that_is_undone_leaves_only_one_willing() {
    var oneSided = due().heard(Given.met(2, ReportedBy.OWNER), given.world());
    assertThat(oneSided.state())
        .isInstanceOfSatisfying(
            Due.class, d -> assertThat(d.then()).isEqualTo(new Then.PlanAgain()));
  }

  @Test
  void who_is_willing_either_way_can_still_say_that_they_never_met() {
    var notMet = due().answered(Side.CONTACT, Answer.Kind.NOT_MET, given.world());
    assertThat(notMet.told(Result.CANCELLED, AFTER, given.world()).state())
        .isEqualTo(new Settled(Outcome.WITHDRAWN, "notMet", given.world().now(), true));
  }

  @Test
  void nothing_goes_by_itself_from_an_exhibitor_or_from_who_was_reported() {
    for (var from :
        new Given[] {
          Given.bothWilling().exhibitor(OWNER), Given.bothWilling().paused(OWNER),
        }) {
      assertThat(from.at(AFTER).planned().state()).isEqualTo(new WithOwner(DEADLINE, AFTER));
    }
    assertThat(footing(Given.bothWilling().exhibitor(CONTACT).planned()))
        .isEqualTo(Footing.INVITED);
    assertThat(footing(Given.bothWilling().paused(CONTACT).planned())).isEqualTo(Footing.INVITED);
  }

  @Test
  void an_exhibitor_sends_by_hand() {
    var exhibitor = Given.bothWilling().exhibitor(OWNER).at(AFTER);
    var with = (WithOwner) exhibitor.planned().state();
    var slot = Planning.slot(exhibitor.planned(), exhibitor.world());
    assertThat(slot).isNotNull();
    var byHand = exhibitor.planned().with(with.sent(slot, AFTER)).planned(exhibitor.world());
    assertThat(byHand.state())
        .isInstanceOfSatisfying(Scheduled.class, s -> assertThat(s.byHand()).isTrue());
  }

  @Test
  void who_was_connected_at_another_event_is_greeted_again() {
    var elsewhere = Given.everything().connectedAt(new UUID(9, 9));
    assertThat(footing(elsewhere.planned())).isEqualTo(Footing.CONNECTED);
    assertThat(footing(Given.everything().connectedAt(Given.EVENT).planned()))
        .isEqualTo(Footing.INVITED);
    var due = elsewhere.planned().with(((Scheduled) elsewhere.planned().state()).due());
    assertThat(due.told(Result.DELIVERED, AFTER, elsewhere.world()).state())
        .isEqualTo(new Settled(Outcome.CONNECTED, null, AFTER, true, null, Channel.EMAIL));
  }

  @Test
  void an_acceptance_connects_and_a_later_no_parts_again() {
    var sent = due().told(Result.DELIVERED, AFTER, given.world());
    assertThat(sent.connects()).isTrue();
    for (var no : new Answer.Kind[] {Answer.Kind.NOT_MET, Answer.Kind.BLOCKED}) {
      assertThat(sent.answered(Side.CONTACT, no, given.world()).connects()).isFalse();
    }
    var invited = Given.everything().planned();
    assertThat(invited.connects()).isFalse();
    var accepted = invited.answered(Side.CONTACT, Answer.Kind.ACCEPTED, given.world());
    assertThat(accepted.connects()).isTrue();
    assertThat(invited.mirrored(Answer.Kind.ACCEPTED, given.world()).connects()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Result.class,
      mode = Mode.EXCLUDE,
      names = {"DELIVERED", "IN_DOUBT"})
  void what_did_not_reach_them_connects_nobody(Result result) {
    assertThat(due().told(result, AFTER, given.world()).connects()).isFalse();
  }

  @Test
  void planning_twice_changes_nothing() {
    for (var at : new String[] {"2026-06-04T10:00:00Z", "2026-06-05T08:00:00Z"}) {
      for (var world :
          new Given[] {Given.bothWilling(), Given.everything().connectedAt(new UUID(9, 9))}) {
        var once = world.at(at).planned();
        assertThat(once.planned(world.world())).isEqualTo(once);
      }
    }
  }
}
