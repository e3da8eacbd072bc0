package dev.rapport.system.checker;

import static dev.rapport.system.checker.GoodConference.EVENING;
import static dev.rapport.system.checker.GoodConference.SCAN;
import static dev.rapport.system.checker.GoodConference.id;
import static dev.rapport.system.checker.GoodConference.machine;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.system.checker.MailSeen.Kind;
import dev.rapport.system.checker.Observation.Doubt;
import dev.rapport.system.ledger.Act;
import dev.rapport.system.ledger.Entry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A doubt excuses copies and when they come, nothing else of a notification. */
class DoubtTest {

  private static final Instant NIGHT = Instant.parse("2026-06-05T02:00:00Z");

  private final GoodConference conference = new GoodConference();

  @Test
  void the_first_try_of_a_mail_in_doubt_keeps_its_window() {
    sent("list-4", NIGHT);
    doubt("list-4", NIGHT);
    objectsOnlyTo(Objection.OutsideWindow.class);
  }

  @Test
  void a_mail_in_doubt_may_be_sent_again_at_night() {
    doubt("list-4", EVENING.plus(Duration.ofDays(1)));
    conference.mail("list-4", Kind.INVITE, "ann", NIGHT, "cem-ann");
    assertThat(conference.judge()).isEmpty();
  }

  @Test
  void a_mail_that_only_arrived_when_it_was_sent_again_may_come_at_night() {
    sent("list-4", NIGHT);
    doubt("list-4", EVENING);
    assertThat(conference.judge()).isEmpty();
  }

  @Test
  void a_mail_that_is_sent_again_does_not_lie_long_either() {
    doubt("list-1", EVENING);
    conference.mail("list-1", Kind.INVITE, "ben", EVENING.plus(machine(1)), "ann-ben", "dora-ben");
    MailSeen copy = conference.mails.removeLast();
    conference.mails.add(
        new MailSeen(
            copy.messageId(),
            copy.notification(),
            copy.kind(),
            copy.recipients(),
            copy.date(),
            copy.arrived().plusSeconds(11),
            copy.items(),
            copy.beside(),
            copy.traces()));
    objectsOnlyTo(Objection.OutsideWindow.class);
  }

  @Test
  void the_first_try_of_a_mail_in_doubt_keeps_its_deadline() {
    Instant late = SCAN.plus(Duration.ofDays(7).plusHours(1));
    sent("list-4", late);
    doubt("list-4", late);
    objectsOnlyTo(Objection.AfterDeadline.class);
  }

  @Test
  void a_doubt_does_not_excuse_another_mail_of_the_day() {
    sent("list-4", EVENING.plusSeconds(60));
    doubt("list-4", EVENING.plusSeconds(60));
    objectsOnlyTo(Objection.Doubled.class);
  }

  @Test
  void a_mail_in_doubt_to_an_address_that_refuses_may_be_said_to_be_sent() {
    conference.followUp("ann", "eve", "connected", "none", "list-9");
    assertThat(conference.judge()).isNotEmpty();
    doubt("list-9", EVENING);
    assertThat(conference.judge()).isEmpty();
  }

  private void sent(String slot, Instant date) {
    conference.mails.removeIf(m -> m.notification().equals(id(slot)));
    conference.ledger.removeIf(
        e -> e instanceof Entry.Acted a && a.followUp().equals(id("cem-ann")));
    conference.act(EVENING, "cem", "cem", "ann", Act.SEND, null);
    conference.mail(slot, Kind.INVITE, "ann", date, "cem-ann");
  }

  private void doubt(String slot, Instant since) {
    conference.inDoubt.put(id(slot), new Doubt(1, since));
  }

  private void objectsOnlyTo(Class<? extends Objection> kind) {
    assertThat(conference.judge()).isNotEmpty().hasOnlyElementsOfType(kind);
  }
}
