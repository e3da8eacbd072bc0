package dev.rapport.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From an ask over a mail to its answer. */
class AskToMailIT extends RunningService {

  private static final Duration PAST = Duration.ofHours(-5);
  private static final Duration DAYS = Duration.ofDays(3);

  @Test
  void an_ask_becomes_one_mail_and_one_answer() {
    var ada = stage.person("Ada Lovelace");
    var ben = stage.person("Ben");
    var ask = Stage.invite(ben, ada);
    stage.ask(ask);
    Stage.awaitAnswer(ask.followUp(), "delivered");
    var mails = Stage.MAIL.receivedBy(ben.address());
    assertThat(mails).hasSize(1);
    var mail = mails.getFirst();
    assertThat(mail.from()).isEqualTo("hello@pycon.example");
    assertThat(mail.header("From")).isEqualTo("Ada Lovelace via PyCon <hello@pycon.example>");
    assertThat(mail.header("Message-ID")).isEqualTo("<" + ask.notification() + "@notify.example>");
    assertThat(mail.header("X-Rapport-Notification")).isEqualTo(ask.notification().toString());
  }

  @Test
  void asks_of_one_notification_merge_into_one_mail() {
    var ben = stage.person("Ben");
    var first = Stage.invite(ben, stage.person("Ada"));
    var second = first.with(UUID.randomUUID(), stage.person("Cora"));
    var inAMoment = Stage.event(Duration.ofSeconds(3));
    stage.ask(first, 1, inAMoment, DAYS);
    stage.ask(second, 1, inAMoment, DAYS);
    Stage.awaitAnswer(first.followUp(), "delivered");
    Stage.awaitAnswer(second.followUp(), "delivered");
    assertThat(Stage.MAIL.receivedBy(ben.address())).hasSize(1);
  }

  @Test
  void an_item_after_the_mail_is_late() {
    var ben = stage.person("Ben");
    var first = Stage.invite(ben, stage.person("Ada"));
    stage.ask(first);
    Stage.awaitAnswer(first.followUp(), "delivered");
    var second = first.with(UUID.randomUUID(), stage.person("Cora"));
    stage.ask(second);
    Stage.awaitAnswer(second.followUp(), "late");
    assertThat(Stage.MAIL.receivedBy(ben.address())).hasSize(1);
  }

  @Test
  void an_ask_repeated_after_the_mail_gets_the_same_answer_and_no_second_mail() {
    var ben = stage.person("Ben");
    var ask = Stage.invite(ben, stage.person("Ada"));
    stage.ask(ask);
    Stage.awaitAnswer(ask.followUp(), "delivered");
    stage.ask(ask);
    Stage.awaitAnswers(ask.followUp(), "delivered", 2);
    assertThat(Stage.MAIL.receivedBy(ben.address())).hasSize(1);
  }

  @Test
  void a_cancel_in_time_takes_the_item_out_of_the_mail() {
    var ben = stage.person("Ben");
    var first = Stage.invite(ben, stage.person("Ada Lovelace"));
    var second = first.with(UUID.randomUUID(), stage.person("Cora"));
    var inAMoment = Stage.event(Duration.ofSeconds(4));
    stage.ask(first, 1, inAMoment, DAYS);
    stage.ask(second, 1, inAMoment, DAYS);
    stage.cancel(first, 2);
    Stage.awaitAnswer(first.followUp(), "cancelled");
    Stage.awaitAnswer(second.followUp(), "delivered");
    assertThat(Stage.MAIL.receivedBy(ben.address()))
        .singleElement()
        .satisfies(mail -> assertThat(mail.text()).contains("Cora").doesNotContain("Lovelace"));
  }

  @Test
  void a_welcome_asks_how_to_be_followed_up_and_links_to_the_page() {
    var ada = stage.person("Ada Lovelace");
    var ask = Stage.welcome(ada);
    stage.ask(ask);
    Stage.awaitAnswer(ask.followUp(), "delivered");
    assertThat(Stage.MAIL.receivedBy(ada.address()))
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.header("From")).isEqualTo("PyCon <hello@pycon.example>");
              assertThat(mail.header("Subject"))
                  .isEqualTo("PyCon: how would you like to be followed up?");
              assertThat(mail.text()).contains("/welcome/ey", "Ada Lovelace").doesNotContain("/a/");
            });
  }

  @Test
  void a_list_names_only_what_is_still_open() {
    var ben = stage.person("Ben");
    var done = Stage.list(ben, stage.person("Ada Lovelace"));
    var open = done.with(UUID.randomUUID(), stage.person("Cora"));
    var inAMoment = Stage.event(Duration.ofSeconds(4));
    stage.ask(done, 1, inAMoment, DAYS);
    stage.ask(open, 1, inAMoment, DAYS);
    stage.cancel(done, 2);
    Stage.awaitAnswer(done.followUp(), "cancelled");
    Stage.awaitAnswer(open.followUp(), "delivered");
    assertThat(Stage.MAIL.receivedBy(ben.address()))
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.header("Subject")).isEqualTo("PyCon: one person to follow up with");
              assertThat(mail.text()).contains("Cora").doesNotContain("Lovelace");
            });
    assertThat(Stage.answers(done.followUp())).containsOnlyKeys("cancelled");
  }

  @Test
  void a_list_on_which_nothing_is_open_any_more_is_not_sent() {
    var ben = stage.person("Ben");
    var first = Stage.list(ben, stage.person("Ada Lovelace"));
    var second = first.with(UUID.randomUUID(), stage.person("Cora"));
    var inAMoment = Stage.event(Duration.ofSeconds(3));
    stage.ask(first, 1, inAMoment, DAYS);
    stage.ask(second, 1, inAMoment, DAYS);
    stage.cancel(first, 2);
    stage.cancel(second, 2);
    Stage.awaitAnswer(first.followUp(), "cancelled");
    Stage.awaitAnswer(second.followUp(), "cancelled");
    var later = Stage.list(ben, stage.person("Dora"));
    stage.ask(later, 1, Stage.event(Duration.ofSeconds(4)), DAYS);
    Stage.awaitAnswer(later.followUp(), "delivered");
    assertThat(Stage.MAIL.receivedBy(ben.address()))
        .singleElement()
        .satisfies(
            mail -> assertThat(mail.text()).contains("Dora").doesNotContain("Lovelace", "Cora"));
  }

  @Test
  void a_cancel_of_what_was_sent_is_answered_delivered() {
    var ben = stage.person("Ben");
    var ask = Stage.invite(ben, stage.person("Ada"));
    stage.ask(ask);
    Stage.awaitAnswer(ask.followUp(), "delivered");
    stage.cancel(ask, 2);
    Stage.awaitAnswers(ask.followUp(), "delivered", 2);
  }

  @Test
  void a_cancel_before_its_ask_is_remembered() {
    var ben = stage.person("Ben");
    var ask = Stage.invite(ben, stage.person("Ada"));
    stage.cancel(ask, 2);
    Stage.awaitAnswer(ask.followUp(), "cancelled");
    stage.ask(ask);
    Stage.awaitAnswers(ask.followUp(), "cancelled", 2);
    assertThat(Stage.MAIL.receivedBy(ben.address())).isEmpty();
  }

  @Test
  void an_ask_after_its_window_is_late() {
    var ben = stage.person("Ben");
    var ask = Stage.invite(ben, stage.person("Ada"));
    stage.ask(ask, 1, PAST, Duration.ofHours(-1));
    Stage.awaitAnswer(ask.followUp(), "late");
    assertThat(Stage.MAIL.receivedBy(ben.address())).isEmpty();
  }

  @Test
  void somebody_who_is_heard_of_after_the_ask_still_gets_the_mail() {
    var ada = stage.person("Ada");
    var ben = Stage.unheard();
    var ask = Stage.invite(ben, ada);
    stage.ask(ask);
    stage.say(ben, "Ben", 1, true, true);
    Stage.awaitAnswer(ask.followUp(), "delivered");
  }

  @Test
  void a_record_that_no_one_can_read_goes_to_the_dead_letters_and_its_neighbours_go_on() {
    var ask = Stage.invite(stage.person("Ben"), stage.person("Ada"));
    var key = ask.recipient().id().toString();
    Stage.BROKER.sayRaw("followup-due", key, "{");
    stage.askOfKind("beg", Stage.invite(ask.recipient(), ask.other()));
    stage.ask(ask);
    Stage.awaitAnswer(ask.followUp(), "delivered");
    Stage.awaitDeadLetters("followup-due", key, 2);
  }

  @Test
  void people_and_events_that_no_one_can_read_go_to_the_dead_letters_too() {
    var nobody = UUID.randomUUID();
    Stage.BROKER.sayRaw("person-changed", nobody.toString(), "{");
    Stage.BROKER.say("person-changed", nobody, Map.of("person", nobody, "rev", 1), 1);
    Stage.BROKER.say("person-changed", 2, nobody, Map.of(), 1);
    Stage.BROKER.sayRaw("event-changed", stage.event.toString(), "{");
    Stage.BROKER.say("event-changed", 2, stage.event, Map.of(), 2);
    Stage.BROKER.say("event-changed", stage.event, null, 2);
    Stage.awaitDeadLetters("person-changed", nobody, 3);
    Stage.awaitDeadLetters("event-changed", stage.event, 3);
    var ask = Stage.invite(stage.person("Ben"), stage.person("Ada"));
    stage.ask(ask);
    Stage.awaitAnswer(ask.followUp(), "delivered");
  }
}
