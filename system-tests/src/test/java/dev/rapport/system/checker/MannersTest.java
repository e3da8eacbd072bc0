package dev.rapport.system.checker;

import static dev.rapport.system.checker.GoodConference.EVENING;
import static dev.rapport.system.checker.GoodConference.SCAN;
import static dev.rapport.system.checker.GoodConference.at;
import static dev.rapport.system.checker.GoodConference.id;
import static dev.rapport.system.checker.GoodConference.machine;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.system.checker.MailSeen.Kind;
import dev.rapport.system.ledger.Act;
import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each rule of manners is looked at, and seen to be broken when something is spoilt. */
class MannersTest {

  private final GoodConference conference = new GoodConference();

  @Test
  void a_good_conference_breaks_no_rule_and_tells_how_often_each_applied() {
    conference.ledger.add(new Entry.Noted(at(SCAN), "ann", "private-note-1"));
    suggested("one", "ben", "cem");
    conference.ledger.add(new Entry.Exhibits(at(SCAN), "cem"));
    Verdict verdict = conference.verdict();
    assertThat(verdict.violated()).isEmpty();
    assertThat(verdict.checked())
        .containsOnlyKeys(Manner.values())
        .containsEntry(Manner.ONE_MAIL_A_DAY, 4L)
        .containsEntry(Manner.WAKING_HOURS, 4L)
        .containsEntry(Manner.NO_REMINDER, 7L)
        .containsEntry(Manner.IN_THEIR_NAME, 7L)
        .containsEntry(Manner.CONSENT, 13L)
        .containsEntry(Manner.NOTHING_REVEALED, 4L);
    assertThat(verdict.checked())
        .allSatisfy(
            (manner, count) ->
                assertThat(count)
                    .as(manner.word())
                    .matches(c -> c > 0 || manner == Manner.ALLOWANCE));
  }

  @Test
  void two_invites_to_one_person_on_one_day() {
    conference.mails.removeIf(m -> m.notification().equals(id("list-4")));
    conference.mail("list-4", Kind.INVITE, "ann", EVENING.plusSeconds(60), "cem-ann");
    assertThat(conference.verdict().violated()).containsKey(Manner.ONE_MAIL_A_DAY);
  }

  @Test
  void two_lists_on_one_day_at_two_addresses() {
    conference.ledger.add(
        new Entry.Moved(at(EVENING.plusSeconds(30)), "ann", "ann@elsewhere.example"));
    conference.mail("list-5", Kind.LIST, "ann", EVENING.plusSeconds(60), "ann-cem");
    violatesOnly(Manner.ONE_MAIL_A_DAY);
  }

  @Test
  void a_mail_at_night() {
    conference.mails.removeIf(m -> m.notification().equals(id("list-4")));
    conference.mail("list-4", Kind.INVITE, "ann", Instant.parse("2026-06-05T18:00:00Z"), "cem-ann");
    violatesOnly(Manner.WAKING_HOURS);
  }

  @Test
  void an_invitation_in_the_app_beside_the_mail() {
    conference.invitation("app-1", "ann", EVENING.plus(Duration.ofDays(1)), "cem-ann");
    violatesOnly(Manner.NO_REMINDER);
  }

  @Test
  void an_invitation_in_the_app_to_somebody_who_never_said_yes() {
    conference.invitation("app-1", "dora", EVENING, "ben-dora");
    assertThat(conference.verdict().violated()).containsKey(Manner.CONSENT);
  }

  @Test
  void an_invitation_in_the_app_takes_the_place_of_the_mail() {
    conference.mails.removeIf(m -> m.notification().equals(id("list-4")));
    conference.invitation("app-1", "ann", EVENING.plus(Duration.ofDays(1)), "cem-ann");
    assertThat(conference.verdict().objections()).isEmpty();
  }

  @Test
  void an_invitation_in_the_app_at_night() {
    conference.mails.removeIf(m -> m.notification().equals(id("list-4")));
    conference.invitation("app-1", "ann", Instant.parse("2026-06-05T21:00:00Z"), "cem-ann");
    violatesOnly(Manner.WAKING_HOURS);
  }

  @Test
  void a_mail_of_an_event_that_is_held() {
    conference.ledger.add(new Entry.Sending(at(EVENING.minus(machine(11))), true));
    violatesOnly(Manner.HELD);
    conference.ledger.add(new Entry.Sending(at(EVENING.minusSeconds(1)), false));
    assertThat(conference.verdict().violated()).isEmpty();
  }

  @Test
  void a_question_about_somebody_near_who_had_not_agreed_to_be_sensed() {
    conference.consent(SCAN, "ann", Purpose.BE_SENSED, true);
    conference.ledger.add(new Entry.AskedWhether(at(EVENING), "ann", "ben"));
    violatesOnly(Manner.CONSENT);
  }

  @Test
  void a_line_that_was_written_to_somebody_else() {
    conference.ledger.add(
        new Entry.Worded(at(SCAN), "cem", Set.of(id("cem-ann")), "own-words-cem-1"));
    conference.ledger.add(new Entry.Shown(at(EVENING), "ann", "a", Set.of("own-words-cem-1")));
    assertThat(conference.verdict().violated()).isEmpty();
    conference.ledger.add(new Entry.Shown(at(EVENING), "ben", "a", Set.of("own-words-cem-1")));
    violatesOnly(Manner.NOTHING_REVEALED);
  }

  @Test
  void an_invite_without_a_yes() {
    conference.ledger.removeIf(e -> e instanceof Entry.Acted a && a.act() == Act.SEND);
    violatesOnly(Manner.CONSENT);
  }

  @Test
  void an_invite_after_the_yes_was_taken_back() {
    conference.consent(EVENING.minus(machine(11)), "ben", Purpose.RECEIVE_INVITATIONS, false);
    violatesOnly(Manner.TAKEN_BACK);
  }

  @Test
  void a_mail_after_one_wanted_no_more() {
    conference.ledger.add(new Entry.Unsubscribed(at(EVENING.minus(machine(11))), "ben", "invite"));
    violatesOnly(Manner.TAKEN_BACK);
  }

  @Test
  void an_invite_after_not_met() {
    conference.act(EVENING.minus(machine(11)), "ann", "ann", "ben", Act.NOT_MET, null);
    violatesOnly(Manner.ENDED);
  }

  @Test
  void an_invite_after_a_block() {
    conference.act(EVENING.minus(machine(11)), "ben", "ann", "ben", Act.BLOCK, null);
    assertThat(conference.verdict().violated()).containsKey(Manner.ENDED);
  }

  @Test
  void a_mail_after_the_erasure() {
    conference.mail("list-7", Kind.LIST, "gus", EVENING.plus(Duration.ofDays(3)), "gus-ann");
    violatesOnly(Manner.ERASED);
  }

  @Test
  void a_reminder() {
    conference.mail("list-5", Kind.INVITE, "ben", EVENING.plus(Duration.ofDays(2)), "ann-ben");
    violatesOnly(Manner.NO_REMINDER);
  }

  @Test
  void a_mail_in_the_name_of_someone_who_did_nothing() {
    conference.followUp("ann", "cem", "sent", "none", "list-9");
    conference.mail("list-9", Kind.INVITE, "cem", EVENING, "ann-cem");
    violatesOnly(Manner.IN_THEIR_NAME);
  }

  @Test
  void an_automatic_mail_in_the_name_of_an_exhibitor() {
    conference.ledger.add(new Entry.Exhibits(at(SCAN), "fay"));
    violatesOnly(Manner.EXHIBITORS_BY_HAND);
  }

  @Test
  void an_address_of_someone_who_did_not_share_it() {
    shows("ann@people.example", "cem@people.example");
    violatesOnly(Manner.NOTHING_REVEALED);
  }

  @Test
  void an_address_of_someone_who_shares_it_and_whom_the_reader_has_not_agreed_with() {
    conference.consent(SCAN, "cem", Purpose.SHARE_EMAIL, true);
    shows("cem@people.example");
    violatesOnly(Manner.NOTHING_REVEALED);
  }

  @Test
  void an_address_may_be_shown_to_those_who_agreed_until_its_owner_takes_that_back() {
    conference.consent(SCAN, "ben", Purpose.SHARE_PHONE, true);
    conference.ledger.add(
        new Entry.Reachable(
            at(SCAN), "ben", Map.of(Purpose.SHARE_PHONE, Set.of("+43 660 0000001"))));
    conference.act(EVENING.minusSeconds(60), "ben", "ann", "ben", Act.ACCEPT, null);
    shows("+436600000001");
    assertThat(conference.verdict().violated()).isEmpty();
    conference.consent(EVENING.minus(machine(11)), "ben", Purpose.SHARE_PHONE, false);
    violatesOnly(Manner.NOTHING_REVEALED);
  }

  @Test
  void one_way_to_someone_is_not_another() {
    conference.consent(SCAN, "ben", Purpose.SHARE_PHONE, true);
    conference.act(EVENING.minusSeconds(60), "ben", "ann", "ben", Act.ACCEPT, null);
    shows("ben@people.example");
    violatesOnly(Manner.NOTHING_REVEALED);
  }

  @Test
  void a_note_in_a_mail_even_to_whom_wrote_it() {
    conference.ledger.add(new Entry.Noted(at(SCAN), "ann", "private-note-1"));
    shows("private-note-1");
    violatesOnly(Manner.NOTHING_REVEALED);
  }

  @Test
  void a_page_with_another_s_address() {
    conference.ledger.add(page("cem", "a", "ann@people.example"));
    violatesOnly(Manner.NOTHING_REVEALED);
  }

  @Test
  void a_note_may_stand_on_the_page_of_whom_wrote_it_and_on_no_other() {
    conference.ledger.add(new Entry.Noted(at(SCAN), "ann", "private-note-1"));
    conference.ledger.add(page("ann", "my/contacts", "private-note-1"));
    assertThat(conference.verdict().violated()).isEmpty();
    conference.ledger.add(page("ben", "my/contacts", "private-note-1"));
    assertThat(conference.verdict().violated()).isEqualTo(Map.of(Manner.NOTHING_REVEALED, 1L));
  }

  @Test
  void a_day_of_suggestions_of_whom_most_are_on_the_edge() {
    for (String alone : List.of("kim", "lea")) {
      conference.ledger.add(
          new Entry.Registered(at(SCAN), alone, id(alone), alone + "@people.example", null));
      conference.ledger.add(new Entry.Attends(at(SCAN), alone, Set.of()));
    }
    suggested("one", "kim", "ben");
    assertThat(conference.verdict().violated()).isEmpty();
    suggested("two", "lea", "ben");
    violatesOnly(Manner.NOBODY_LABELLED);
  }

  private void suggested(String introduction, String one, String other) {
    conference.ledger.add(
        new Entry.Suggested(
            at(EVENING),
            at(EVENING.minus(machine(1))).asked(),
            "ann",
            id(introduction),
            LocalDate.of(2026, 6, 3),
            one,
            other));
  }

  @Test
  void more_in_one_day_for_whoever_scans_everybody_than_the_allowance_lets() {
    crowd(50);
    assertThat(conference.verdict().violated()).isEmpty();
    assertThat(conference.verdict().oneSided()).isEqualTo(new Verdict.OneSided(50, 1));
    crowd(51);
    violatesOnly(Manner.ALLOWANCE);
    conference.act(EVENING.minusSeconds(60), "g1", "dora", "g1", Act.ACCEPT, null);
    assertThat(conference.verdict().violated()).isEmpty();
  }

  /** Dora scans them all, each gets one mail for it on one day. */
  private void crowd(int guests) {
    conference.consent(SCAN, "dora", Purpose.WRITE_IN_MY_NAME, true);
    for (int i = 1; i <= guests; i++) {
      String guest = "g" + i;
      if (conference.ledger.stream()
          .noneMatch(e -> e instanceof Entry.Registered r && r.person().equals(guest))) {
        conference.ledger.add(
            new Entry.Registered(at(SCAN), guest, id(guest), guest + "@people.example", null));
        conference.ledger.add(new Entry.Attends(at(SCAN), guest, Set.of("badge-" + guest)));
        conference.consent(SCAN, guest, Purpose.RECEIVE_INVITATIONS, true);
        conference.met("dora", guest);
        conference.followUp("dora", guest, "sent", "none", "mail-" + guest);
        conference.mail("mail-" + guest, Kind.INVITE, guest, EVENING, "dora-" + guest);
      }
    }
  }

  private static Entry page(String reader, String door, String trace) {
    return new Entry.Shown(at(EVENING), reader, door, Set.of(trace));
  }

  /** The list to Ann. */
  private void shows(String... traces) {
    MailSeen mail = conference.mails.remove(2);
    conference.mails.add(
        new MailSeen(
            mail.messageId(),
            mail.notification(),
            mail.kind(),
            mail.recipients(),
            mail.date(),
            mail.arrived(),
            mail.items(),
            mail.beside(),
            Set.of(traces)));
  }

  private void violatesOnly(Manner manner) {
    Verdict verdict = conference.verdict();
    assertThat(verdict.violated()).containsOnlyKeys(manner);
    assertThat(verdict.objections()).hasSizeGreaterThanOrEqualTo(1);
  }
}
