package dev.rapport.system.checker;

import static dev.rapport.system.checker.GoodConference.EVENING;
import static dev.rapport.system.checker.GoodConference.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.system.ledger.Act;
import dev.rapport.system.ledger.Entry;
import org.junit.jupiter.api.Test;

/** Two who both want to stay in touch are connected; so are two of whom one accepted the other. */
class WillingTest {

  private final GoodConference conference = new GoodConference();

  @Test
  void two_who_both_reported_and_agreed_are_connected_by_the_mail_that_says_so() {
    conference.followUp("eve", "ann", "connected", "none", "list-2");
    assertThat(conference.judge()).isEmpty();
  }

  @Test
  void two_of_whom_one_never_reported_are_not_connected() {
    conference.followUp("cem", "ann", "connected", "none", "list-4");
    objectsOnlyTo(Objection.ImpossibleOutcome.class);
  }

  @Test
  void what_is_said_to_be_connected_and_was_neither_accepted_nor_told_is_lost() {
    conference.mails.removeIf(m -> m.notification().equals(id("list-1")));
    conference.mail("list-1", MailSeen.Kind.INVITE, "ben", EVENING, "dora-ben");
    conference.ledger.removeIf(e -> e instanceof Entry.Acted a && a.act() == Act.ACCEPT);
    conference.followUp("ann", "ben", "connected", "none", "list-1");
    objectsOnlyTo(Objection.Lost.class);
  }

  @Test
  void whoever_is_accepted_and_was_not_asked_yet_is_connected_without_a_mail() {
    conference.act(EVENING.plusSeconds(7200), "ann", "cem", "ann", Act.ACCEPT, null);
    conference.followUp("cem", "ann", "sent", "accepted", "list-4");
    conference.followUp("ann", "cem", "connected", "none", null);
    assertThat(conference.judge()).isEmpty();
  }

  private void objectsOnlyTo(Class<? extends Objection> kind) {
    assertThat(conference.judge()).isNotEmpty().hasOnlyElementsOfType(kind);
  }
}
