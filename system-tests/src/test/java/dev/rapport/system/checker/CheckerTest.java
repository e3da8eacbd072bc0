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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CheckerTest {

  private final GoodConference conference = new GoodConference();

  @Test
  void a_good_conference_meets_no_objection() {
    assertThat(conference.judge()).isEmpty();
  }

  @Test
  void a_follow_up_that_does_not_exist_is_lost() {
    conference.followUps.removeIf(f -> f.id().equals(id("ann-cem")));
    objectsTo(Objection.Lost.class);
  }

  @Test
  void a_follow_up_that_does_not_count_though_they_met_is_lost() {
    conference.followUps.removeIf(f -> f.id().equals(id("ann-cem")));
    conference.followUps.add(seen("ann", "cem", "missed", "none", null, false));
    objectsOnlyTo(Objection.Lost.class);
  }

  @Test
  void a_follow_up_said_to_be_sent_that_no_mail_shows_is_lost() {
    conference.mails.removeIf(m -> m.notification().equals(id("list-4")));
    objectsOnlyTo(Objection.Lost.class);
  }

  @Test
  void who_is_both_willing_from_the_start_is_connected_and_not_invited() {
    conference.followUp("ben", "ann", "sent", "none", "list-2");
    objectsOnlyTo(Objection.ImpossibleOutcome.class);
  }

  @Test
  void who_became_willing_after_the_first_mails_may_have_been_invited() {
    conference.ledger.removeIf(
        e ->
            e instanceof Entry.Consented c
                && c.person().equals("ben")
                && c.purpose() == Purpose.WRITE_IN_MY_NAME);
    conference.consent(EVENING, "ben", Purpose.WRITE_IN_MY_NAME, true);
    conference.followUp("ann", "ben", "sent", "accepted", "list-1");
    assertThat(conference.judge()).isEmpty();
  }

  @Test
  void a_follow_up_said_to_be_connected_that_neither_a_mail_nor_a_yes_shows_is_lost() {
    conference.mails.removeIf(m -> m.notification().equals(id("list-2")));
    objectsOnlyTo(Objection.Lost.class);
  }

  @Test
  void two_mails_for_one_slot_are_doubled() {
    MailSeen mail = conference.mails.getFirst();
    conference.mails.add(copy(mail, "<another@mail.example>", mail.date()));
    objectsOnlyTo(Objection.Doubled.class);
  }

  @Test
  void two_invites_to_one_person_on_one_day_are_doubled() {
    conference.mails.removeIf(m -> m.notification().equals(id("list-4")));
    conference.mail("list-4", Kind.INVITE, "ann", EVENING.plusSeconds(60), "cem-ann");
    objectsTo(Objection.Doubled.class);
  }

  @Test
  void the_same_invitation_in_the_mails_of_two_days_is_doubled() {
    conference.mail("list-5", Kind.INVITE, "ben", EVENING.plus(Duration.ofDays(2)), "ann-ben");
    objectsOnlyTo(Objection.Doubled.class);
  }

  @Test
  void a_copy_that_no_doubt_explains_is_doubled() {
    conference.mails.add(conference.mails.getFirst());
    objectsOnlyTo(Objection.Doubled.class);
  }

  @Test
  void a_copy_of_a_mail_in_doubt_is_allowed_once() {
    conference.inDoubt.put(id("list-1"), new Observation.Doubt(1, EVENING));
    conference.mails.add(conference.mails.getFirst());
    assertThat(conference.judge()).isEmpty();
    conference.mails.add(conference.mails.getFirst());
    objectsOnlyTo(Objection.Doubled.class);
  }

  @Test
  void a_follow_up_that_exists_twice_is_doubled() {
    FollowUpSeen ours = conference.followUps.getFirst();
    conference.followUps.add(
        new FollowUpSeen(
            id("other"),
            ours.owner(),
            ours.contact(),
            "settled",
            true,
            "sent",
            true,
            "none",
            null));
    objectsTo(Objection.Doubled.class);
  }

  @Test
  void an_invite_to_someone_who_never_said_yes_is_without_consent() {
    conference.mail("list-6", Kind.INVITE, "dora", EVENING, "ben-dora");
    objectsTo(Objection.WithoutConsent.class);
  }

  @Test
  void an_invite_in_the_name_of_someone_who_never_said_yes_is_without_consent() {
    conference.ledger.removeIf(e -> e instanceof Entry.Acted a && a.act() == Act.SEND);
    objectsTo(Objection.WithoutConsent.class);
  }

  @Test
  void an_invite_eleven_seconds_after_the_withdrawal_is_too_late() {
    conference.consent(EVENING.minus(machine(11)), "ben", Purpose.RECEIVE_INVITATIONS, false);
    objectsOnlyTo(Objection.AfterWithdrawal.class);
  }

  @Test
  void an_invite_nine_seconds_after_the_withdrawal_was_already_on_its_way() {
    conference.consent(EVENING.minus(machine(9)), "ben", Purpose.RECEIVE_INVITATIONS, false);
    assertThat(conference.judge()).isEmpty();
  }

  @Test
  void a_mail_to_someone_erased_comes_after_the_erasure() {
    conference.mail("list-7", Kind.LIST, "gus", EVENING.plus(Duration.ofDays(3)), "gus-ann");
    objectsOnlyTo(Objection.AfterErasure.class);
  }

  @Test
  void a_mail_in_the_name_of_someone_erased_comes_after_the_erasure() {
    conference.mails.removeIf(m -> m.notification().equals(id("list-2")));
    conference.mail(
        "list-2", Kind.INVITE, "ann", EVENING, "ben-ann", "eve-ann", "fay-ann", "ivo-ann");
    conference.ledger.add(new Entry.Erased(at(SCAN.plusSeconds(7200)), "fay"));
    conference.followUp("ann", "fay", "withdrawn", "none", null);
    objectsOnlyTo(Objection.AfterErasure.class);
  }

  @Test
  void an_invite_that_reaches_another_attendee_went_to_the_wrong_person() {
    conference.mail("list-8", Kind.INVITE, "ivo", EVENING, "ben-dora");
    objectsTo(Objection.WrongPerson.class);
  }

  @Test
  void a_list_that_reaches_the_contact_went_to_the_wrong_person() {
    conference.mail("list-8", Kind.LIST, "cem", EVENING, "ann-cem");
    objectsOnlyTo(Objection.WrongPerson.class);
  }

  @Test
  void a_mail_to_nobody_we_know_went_to_the_wrong_person() {
    conference.mail("list-8", Kind.LIST, "zoe", EVENING, "ann-cem");
    objectsOnlyTo(Objection.WrongPerson.class);
  }

  @Test
  void a_mail_to_two_people_at_once_went_to_the_wrong_person() {
    MailSeen mail = conference.mails.getFirst();
    conference.mails.set(
        0,
        new MailSeen(
            mail.messageId(),
            mail.notification(),
            mail.kind(),
            List.of("ben@people.example", "ann@people.example"),
            mail.date(),
            mail.arrived(),
            mail.items(),
            mail.beside(),
            mail.traces()));
    objectsTo(Objection.WrongPerson.class);
  }

  @Test
  void an_invite_about_a_meeting_that_never_was_went_to_the_wrong_person() {
    conference.mail("list-8", Kind.INVITE, "cem", EVENING, "ben-cem");
    objectsOnlyTo(Objection.WrongPerson.class);
  }

  @Test
  void an_invite_in_the_name_of_someone_who_did_nothing_has_an_unwilling_owner() {
    conference.followUp("ann", "cem", "sent", "none", "list-9");
    conference.mail("list-9", Kind.INVITE, "cem", EVENING, "ann-cem");
    objectsTo(Objection.UnwillingOwner.class);
  }

  @Test
  void an_invite_dated_after_the_deadline_is_late() {
    conference.mails.removeIf(m -> m.notification().equals(id("list-4")));
    conference.mail(
        "list-4", Kind.INVITE, "ann", SCAN.plus(Duration.ofDays(7).plusHours(1)), "cem-ann");
    objectsOnlyTo(Objection.AfterDeadline.class);
  }

  @Test
  void a_mail_dated_at_night_is_outside_the_window() {
    conference.mails.removeIf(m -> m.notification().equals(id("list-4")));
    conference.mail("list-4", Kind.INVITE, "ann", Instant.parse("2026-06-05T18:00:00Z"), "cem-ann");
    objectsOnlyTo(Objection.OutsideWindow.class);
  }

  @Test
  void a_mail_that_lay_eleven_seconds_is_outside_the_window() {
    MailSeen mail = conference.mails.getFirst();
    conference.mails.set(0, copy(mail, mail.messageId(), mail.date().minus(machine(11))));
    objectsTo(Objection.OutsideWindow.class);
  }

  @Test
  void a_follow_up_missed_though_automatic_is_objected_to() {
    conference.mails.removeIf(m -> m.notification().equals(id("list-1")));
    conference.followUp("dora", "ben", "missed", "none", null);
    objectsTo(Objection.MissedThoughAutomatic.class);
  }

  @Test
  void a_follow_up_missed_in_an_outage_of_a_week_is_excused() {
    conference.mails.removeIf(m -> m.notification().equals(id("list-1")));
    conference.mail("list-1", Kind.INVITE, "ben", EVENING, "ann-ben");
    conference.followUp("dora", "ben", "missed", "none", null);
    conference.ledger.add(
        new Entry.Outage(
            at(EVENING), "mongod", GoodConference.TIME.machine(EVENING.plus(Duration.ofDays(7)))));
    assertThat(conference.judge()).isEmpty();
  }

  @Test
  void an_outcome_that_nobody_brought_about_is_impossible() {
    conference.followUp("ann", "cem", "waived", "none", null);
    objectsOnlyTo(Objection.ImpossibleOutcome.class);
  }

  @Test
  void an_outcome_other_than_the_owner_was_told_is_impossible() {
    conference.followUp("ben", "dora", "withdrawn", "none", null);
    objectsTo(Objection.ImpossibleOutcome.class);
  }

  @Test
  void a_record_that_denies_a_mail_is_impossible() {
    conference.followUp("cem", "ann", "missed", "none", null);
    objectsTo(Objection.ImpossibleOutcome.class);
  }

  @Test
  void what_was_answered_early_on_a_long_mail_s_page_may_have_come_too_late_for_the_mail() {
    conference.ledger.removeIf(e -> e instanceof Entry.Acted a && a.act() == Act.ACCEPT);
    conference.act(EVENING.plusSeconds(7200), "ben", "ann", "ben", Act.DECLINE, null);
    conference.followUp("ann", "ben", "waived", "declined", "list-1");
    objectsOnlyTo(Objection.ImpossibleOutcome.class);
    conference.mails.replaceAll(CheckerTest::longer);
    assertThat(conference.judge()).noneMatch(Objection.ImpossibleOutcome.class::isInstance);
  }

  private static MailSeen longer(MailSeen mail) {
    Set<UUID> items = new HashSet<>(mail.items());
    while (items.size() <= MailSeen.NAMED) {
      items.add(new UUID(0, items.size()));
    }
    return new MailSeen(
        mail.messageId(),
        mail.notification(),
        mail.kind(),
        mail.recipients(),
        mail.date(),
        mail.arrived(),
        items,
        mail.beside(),
        mail.traces());
  }

  @Test
  void an_answer_that_was_given_and_is_not_there_is_impossible() {
    conference.followUp("ann", "ben", "connected", "none", "list-1");
    objectsOnlyTo(Objection.ImpossibleOutcome.class);
  }

  @Test
  void an_answer_that_nobody_gave_is_impossible() {
    conference.followUp("ben", "ann", "connected", "declined", "list-2");
    objectsOnlyTo(Objection.ImpossibleOutcome.class);
  }

  @Test
  void a_follow_up_still_open_is_objected_to() {
    conference.followUp("ann", "cem", null, "none", null);
    objectsOnlyTo(Objection.OpenThoughClosed.class);
  }

  @Test
  void a_follow_up_that_counts_after_the_undo_is_unfounded() {
    conference.followUps.removeIf(f -> f.id().equals(id("hal-ann")));
    conference.followUp("hal", "ann", "withdrawn", "none", null);
    objectsOnlyTo(Objection.Unfounded.class);
  }

  @Test
  void a_call_that_was_never_answered_is_objected_to() {
    conference.ledger.add(new Entry.Unanswered(at(EVENING), "PUT /people/ann"));
    objectsOnlyTo(Objection.Unanswered.class);
  }

  @Test
  void a_good_call_that_was_refused_is_objected_to() {
    conference.ledger.add(new Entry.Refused(at(EVENING), "PUT /people/ann", 404, "not found"));
    objectsOnlyTo(Objection.Refused.class);
  }

  @Test
  void a_follow_up_missed_though_the_address_refuses_is_impossible() {
    conference.followUp("ann", "eve", "missed", "none", null);
    objectsOnlyTo(Objection.ImpossibleOutcome.class);
  }

  private void objectsTo(Class<? extends Objection> kind) {
    assertThat(conference.judge()).hasAtLeastOneElementOfType(kind);
  }

  private void objectsOnlyTo(Class<? extends Objection> kind) {
    assertThat(conference.judge()).isNotEmpty().hasOnlyElementsOfType(kind);
  }

  private static MailSeen copy(MailSeen mail, String messageId, Instant date) {
    return new MailSeen(
        messageId,
        mail.notification(),
        mail.kind(),
        mail.recipients(),
        date,
        mail.arrived(),
        mail.items(),
        mail.beside(),
        mail.traces());
  }
}
