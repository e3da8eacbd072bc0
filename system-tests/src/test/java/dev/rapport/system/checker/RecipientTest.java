package dev.rapport.system.checker;

import static dev.rapport.system.checker.GoodConference.EVENING;
import static dev.rapport.system.checker.GoodConference.at;
import static dev.rapport.system.checker.GoodConference.id;
import static dev.rapport.system.checker.GoodConference.machine;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.system.checker.MailSeen.Kind;
import dev.rapport.system.ledger.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where somebody's mail goes, and what they want no more of. */
class RecipientTest {

  private static final Instant MORNING = Instant.parse("2026-06-01T09:00:00Z");
  private static final String NEW = "ben@elsewhere.example";

  private final GoodConference conference = new GoodConference();

  @Test
  void a_mail_to_an_address_that_was_left_eleven_seconds_ago_went_to_the_wrong_person() {
    conference.ledger.add(new Entry.Moved(at(EVENING.minus(machine(11))), "ben", NEW));
    objectsOnlyTo(Objection.WrongPerson.class);
  }

  @Test
  void a_mail_to_an_address_that_was_left_nine_seconds_ago_was_already_on_its_way() {
    conference.ledger.add(new Entry.Moved(at(EVENING.minus(machine(9))), "ben", NEW));
    assertThat(conference.judge()).isEmpty();
  }

  @Test
  void a_mail_goes_to_the_new_address() {
    conference.ledger.add(new Entry.Moved(at(EVENING.minus(machine(11))), "ben", NEW));
    redirect();
    assertThat(conference.judge()).isEmpty();
  }

  @Test
  void a_mail_to_an_address_that_nobody_had_told_yet_went_to_the_wrong_person() {
    conference.ledger.add(new Entry.Moved(at(EVENING.plus(machine(1))), "ben", NEW));
    redirect();
    objectsOnlyTo(Objection.WrongPerson.class);
  }

  @Test
  void a_mail_eleven_seconds_after_the_click_on_unsubscribe_is_too_late() {
    unsubscribe("invite", EVENING.minus(machine(11)));
    objectsOnlyTo(Objection.AfterWithdrawal.class);
  }

  @Test
  void a_mail_nine_seconds_after_the_click_on_unsubscribe_was_already_on_its_way() {
    unsubscribe("invite", EVENING.minus(machine(9)));
    assertThat(conference.judge()).isEmpty();
  }

  @Test
  void whoever_unsubscribes_from_one_kind_of_mail_gets_the_other() {
    unsubscribe("list", EVENING.minus(machine(60)));
    assertThat(conference.judge()).isEmpty();
  }

  @Test
  void an_invite_to_whoever_has_unsubscribed_is_undeliverable_and_not_missed() {
    unsubscribe("invite", EVENING.minus(machine(11)));
    conference.mails.removeIf(m -> m.notification().equals(id("list-1")));
    conference.ledger.removeIf(
        e -> e instanceof Entry.Acted a && a.followUp().equals(id("ann-ben")));
    conference.followUp("ann", "ben", "undeliverable", "none", "list-1");
    conference.followUp("dora", "ben", "undeliverable", "none", "list-1");
    assertThat(conference.judge()).isEmpty();
    conference.followUp("dora", "ben", "missed", "none", null);
    objectsOnlyTo(Objection.ImpossibleOutcome.class);
  }

  @Test
  void a_mail_about_nobody_went_to_the_wrong_person() {
    conference.mail("list-9", Kind.LIST, "cem", EVENING.plus(Duration.ofDays(1)));
    objectsOnlyTo(Objection.WrongPerson.class);
  }

  private void unsubscribe(String purpose, Instant when) {
    conference.ledger.add(new Entry.Unsubscribed(at(when), "ben", purpose));
  }

  @Test
  void whoever_attends_is_welcomed_once_before_the_event_is_over() {
    conference.mail("hello", Kind.WELCOME, "ben", MORNING);
    assertThat(conference.judge()).isEmpty();
    conference.mail("again", Kind.WELCOME, "ben", MORNING.plus(Duration.ofDays(1)));
    objectsOnlyTo(Objection.Doubled.class);
  }

  @Test
  void a_welcome_after_the_event_or_to_whoever_does_not_attend_went_to_the_wrong_person() {
    conference.mail("hello", Kind.WELCOME, "ben", EVENING);
    objectsOnlyTo(Objection.WrongPerson.class);
    conference.mails.removeLast();
    conference.ledger.add(
        new Entry.Registered(at(MORNING), "zoe", id("zoe"), "zoe@people.example", null));
    conference.mail("hello", Kind.WELCOME, "zoe", MORNING);
    objectsOnlyTo(Objection.WrongPerson.class);
  }

  private void redirect() {
    MailSeen mail = conference.mails.getFirst();
    conference.mails.set(
        0,
        new MailSeen(
            mail.messageId(),
            mail.notification(),
            mail.kind(),
            List.of(NEW),
            mail.date(),
            mail.arrived(),
            mail.items(),
            mail.beside(),
            mail.traces()));
  }

  private void objectsOnlyTo(Class<? extends Objection> kind) {
    assertThat(conference.judge()).isNotEmpty().hasOnlyElementsOfType(kind);
  }
}
