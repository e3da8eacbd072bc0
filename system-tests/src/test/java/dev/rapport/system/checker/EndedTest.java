package dev.rapport.system.checker;

import static dev.rapport.system.checker.GoodConference.EVENING;
import static dev.rapport.system.checker.GoodConference.SCAN;
import static dev.rapport.system.checker.GoodConference.at;
import static dev.rapport.system.checker.GoodConference.id;
import static dev.rapport.system.checker.GoodConference.machine;
import static dev.rapport.system.checker.GoodConference.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.system.checker.MailSeen.Kind;
import dev.rapport.system.ledger.Act;
import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Purpose;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What was undone, blocked, answered or done is over, and nothing is sent about it. */
class EndedTest {

  private static final Instant NEXT_EVENING = EVENING.plus(Duration.ofDays(1));
  private static final Instant IN_THREE_DAYS = EVENING.plus(Duration.ofDays(3));

  private final GoodConference conference = new GoodConference();

  @Test
  void a_follow_up_of_an_undone_meeting_that_stays_with_its_owner_is_open() {
    replace(seen("hal", "ann", null, "none", null, false));
    objectsOnlyTo(Objection.OpenThoughClosed.class);
  }

  @Test
  void a_follow_up_of_a_blocked_meeting_that_stays_due_is_open() {
    replace(
        new FollowUpSeen(
            id("ann-ivo"), id("ann"), id("ivo"), "due", false, null, true, "none", null));
    objectsOnlyTo(Objection.OpenThoughClosed.class);
  }

  @Test
  void a_follow_up_of_an_undone_meeting_was_not_missed() {
    replace(seen("hal", "ann", "missed", "none", null, false));
    objectsOnlyTo(Objection.ImpossibleOutcome.class);
  }

  @Test
  void a_follow_up_of_two_who_never_met_is_unfounded_even_if_it_does_not_count() {
    conference.followUps.add(seen("cem", "ben", "withdrawn", "none", null, false));
    objectsOnlyTo(Objection.Unfounded.class);
  }

  @Test
  void an_invite_long_after_the_only_report_was_undone_has_an_unwilling_owner() {
    replace(seen("hal", "ann", "sent", "none", "list-5", false));
    conference.mail("list-5", Kind.INVITE, "ann", IN_THREE_DAYS, "hal-ann");
    objectsOnlyTo(Objection.UnwillingOwner.class);
  }

  @Test
  void an_invite_nine_seconds_after_the_undo_was_already_on_its_way() {
    conference.ledger.removeIf(e -> e instanceof Entry.Undone);
    undo("hal-ann", IN_THREE_DAYS.minus(machine(9)));
    replace(seen("hal", "ann", "sent", "none", "list-5", false));
    conference.mail("list-5", Kind.INVITE, "ann", IN_THREE_DAYS, "hal-ann");
    assertThat(conference.judge()).isEmpty();
  }

  @Test
  void an_invite_after_the_undo_is_excused_while_something_is_down() {
    conference.ledger.removeIf(e -> e instanceof Entry.Undone);
    Instant undone = IN_THREE_DAYS.minus(machine(60));
    undo("hal-ann", undone);
    conference.ledger.add(
        new Entry.Outage(
            at(undone.plus(machine(1))), "kafka", at(undone.plus(machine(35))).asked()));
    replace(seen("hal", "ann", "sent", "none", "list-5", false));
    conference.mail("list-5", Kind.INVITE, "ann", IN_THREE_DAYS, "hal-ann");
    assertThat(conference.judge()).isEmpty();
  }

  @Test
  void an_invite_by_hand_long_after_both_have_undone_the_meeting_is_too_late() {
    conference.ledger.removeIf(e -> e instanceof Entry.Undone);
    conference.act(EVENING.plusSeconds(3600), "hal", "hal", "ann", Act.SEND, null);
    undo("hal-ann", EVENING.plusSeconds(3700));
    replace(seen("hal", "ann", "sent", "none", "list-5", false));
    conference.mail("list-5", Kind.INVITE, "ann", IN_THREE_DAYS, "hal-ann");
    objectsOnlyTo(Objection.AfterWithdrawal.class);
  }

  @Test
  void an_invite_long_after_a_block_is_too_late() {
    conference.followUps.removeIf(f -> f.id().equals(id("ann-ivo")));
    conference.followUps.add(seen("ann", "ivo", "connected", "none", "list-5", false));
    conference.mail("list-5", Kind.INVITE, "ivo", IN_THREE_DAYS, "ann-ivo");
    objectsOnlyTo(Objection.AfterWithdrawal.class);
  }

  @Test
  void an_invite_long_after_the_contact_said_we_did_not_meet_is_too_late() {
    conference.act(EVENING.plusSeconds(60), "ann", "ann", "cem", Act.NOT_MET, "withdrawn");
    conference.followUp("ann", "cem", "withdrawn", "notMet", null);
    objectsOnlyTo(Objection.AfterWithdrawal.class, NEXT_EVENING.plus(machine(15)));
  }

  @Test
  void an_invite_long_after_its_owner_was_told_that_it_is_done_is_too_late() {
    conference.act(EVENING, "ben", "ben", "dora", Act.DONE, "done");
    conference.consent(SCAN, "dora", Purpose.RECEIVE_INVITATIONS, true);
    conference.mail("list-5", Kind.INVITE, "dora", IN_THREE_DAYS, "ben-dora");
    assertThat(conference.judge()).hasAtLeastOneElementOfType(Objection.AfterWithdrawal.class);
  }

  @Test
  void an_invite_long_after_the_same_two_agreed_the_other_way_is_too_late() {
    conference.act(EVENING.plusSeconds(60), "ann", "cem", "ann", Act.ACCEPT, null);
    conference.followUp("cem", "ann", "sent", "accepted", "list-4");
    conference.act(EVENING.plusSeconds(60), "ann", "ann", "cem", Act.SEND, null);
    conference.followUp("ann", "cem", "sent", "none", "list-5");
    conference.mail("list-5", Kind.INVITE, "cem", IN_THREE_DAYS, "ann-cem");
    objectsOnlyTo(Objection.AfterWithdrawal.class);
  }

  @Test
  void an_act_that_may_not_have_taken_ends_nothing() {
    conference.ledger.add(
        new Entry.Acted(at(EVENING), "ann", id("cem-ann"), Act.DECLINE, null, false));
    assertThat(conference.judge()).isEmpty();
    conference.followUp("ann", "cem", "waived", "none", null);
    assertThat(conference.judge()).isEmpty();
  }

  @Test
  void what_the_other_side_has_ended_early_was_not_missed() {
    conference.act(SCAN.plusSeconds(3600), "ann", "cem", "ann", Act.ACCEPT, null);
    conference.followUp("cem", "ann", "sent", "accepted", "list-4");
    objectsOnlyTo(Objection.ImpossibleOutcome.class);
    conference.followUp("ann", "cem", "connected", "none", null);
    assertThat(conference.judge()).isEmpty();
  }

  private void undo(String report, Instant when) {
    conference.ledger.add(new Entry.Undone(at(when), report));
  }

  private void replace(FollowUpSeen followUp) {
    conference.followUps.removeIf(f -> f.id().equals(followUp.id()));
    conference.followUps.add(followUp);
  }

  private void objectsOnlyTo(Class<? extends Objection> kind) {
    assertThat(conference.judge()).isNotEmpty().hasOnlyElementsOfType(kind);
  }

  private void objectsOnlyTo(Class<? extends Objection> kind, Instant date) {
    conference.mails.removeIf(m -> m.notification().equals(id("list-4")));
    conference.mail("list-4", Kind.INVITE, "ann", date, "cem-ann");
    objectsOnlyTo(kind);
  }
}
