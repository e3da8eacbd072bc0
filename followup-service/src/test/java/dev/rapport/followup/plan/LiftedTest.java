package dev.rapport.followup.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.followup.plan.Meeting.NotCounted;
import dev.rapport.followup.plan.Meeting.ReportedBy;
import dev.rapport.followup.plan.State.Outcome;
import dev.rapport.followup.plan.State.Scheduled;
import dev.rapport.followup.plan.State.Settled;
import dev.rapport.followup.plan.Voices.Side;
import org.junit.jupiter.api.Test;

class LiftedTest {

  private final Given given = Given.everything();

  @Test
  void lifting_a_block_takes_the_word_back_and_reopens_nothing() {
    var blocked = given.planned().answered(Side.OWNER, Answer.Kind.BLOCKED, given.world());
    assertThat(blocked.isBlockedBy(Given.OWNER)).isTrue();
    assertThat(blocked.isBlockedBy(Given.CONTACT)).isFalse();
    assertThat(blocked.blockedAt(Given.OWNER)).isEqualTo(given.world().now());
    var lifted = blocked.unblocked(Given.OWNER).planned(given.world());
    assertThat(lifted.answer()).isEqualTo(Answer.NONE);
    assertThat(lifted.state())
        .isEqualTo(blocked.state())
        .isInstanceOfSatisfying(
            Settled.class, s -> assertThat(s.outcome()).isEqualTo(Outcome.WITHDRAWN));
    assertThat(lifted.unblocked(Given.OWNER)).isEqualTo(lifted);
  }

  @Test
  void nobody_lifts_the_block_of_the_other_side() {
    var blocked =
        given
            .planned()
            .answered(Side.OWNER, Answer.Kind.BLOCKED, given.world())
            .answered(Side.CONTACT, Answer.Kind.BLOCKED, given.world());
    var lifted = blocked.unblocked(Given.OWNER);
    assertThat(lifted.isBlockedBy(Given.OWNER)).isFalse();
    assertThat(lifted.isBlockedBy(Given.CONTACT)).isTrue();
    assertThat(lifted.answer().kind()).isEqualTo(Answer.Kind.BLOCKED);
    assertThat(lifted.unblocked(Given.OWNER)).isEqualTo(lifted);
  }

  @Test
  void what_else_was_said_is_no_block_and_a_report_of_abuse_stays() {
    var accepted = given.planned().answered(Side.CONTACT, Answer.Kind.ACCEPTED, given.world());
    assertThat(accepted.unblocked(Given.CONTACT)).isEqualTo(accepted);
    var reported = given.planned().reported(given.world()).unblocked(Given.CONTACT);
    assertThat(reported.answer().kind()).isEqualTo(Answer.Kind.NONE);
    assertThat(reported.voices().abuse()).isTrue();
  }

  @Test
  void what_ended_by_a_block_goes_on_only_when_they_meet_again_and_nobody_blocks() {
    var blocked =
        given
            .planned()
            .answered(Side.OWNER, Answer.Kind.BLOCKED, given.world())
            .next()
            .heard(Given.notCounted(2, NotCounted.BLOCKED), given.world());
    var met = Given.met(3, ReportedBy.BOTH);
    assertThat(blocked.next().heard(met, given.world()).state()).isEqualTo(blocked.state());
    var again = blocked.unblocked(Given.OWNER).next().heard(met, given.world());
    assertThat(again.state()).isInstanceOf(Scheduled.class);
  }

  @Test
  void that_the_meeting_did_not_count_meanwhile_need_not_be_heard() {
    var now = given.world().now();
    var ended = given.planned().answered(Side.OWNER, Answer.Kind.BLOCKED, given.world());
    var lifted = ended.unblocked(Given.OWNER).next();
    var before = lifted.heard(Given.met(3, ReportedBy.BOTH, now), given.world());
    assertThat(before.isMetAgain()).isFalse();
    assertThat(before.metAgain(given.world())).isEqualTo(before);
    var since = Given.met(3, ReportedBy.BOTH, now.plusSeconds(1));
    var again = lifted.heard(since, given.world());
    // Whether nobody blocks the other in the other direction is not known here.
    assertThat(again.state()).isEqualTo(ended.state());
    assertThat(again.metAgain(given.world()).state()).isInstanceOf(Scheduled.class);
    var notMet = given.planned().answered(Side.CONTACT, Answer.Kind.NOT_MET, given.world()).next();
    assertThat(notMet.heard(since, given.world()).isMetAgain()).isFalse();
  }
}
