package dev.rapport.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** From an ask over a mail to its answer. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AskToMailIT {

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    Settings.common(registry, "asktomail");
  }

  private final Stage stage = new Stage();

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
    assertThat(mail.header("Message-ID")).isEqualTo("<" + ask.notification() + "@pycon.example>");
    assertThat(mail.header("X-Rapport-Notification")).isEqualTo(ask.notification().toString());
  }

  @Test
  void asks_of_one_notification_merge_into_one_mail() {
    var ada = stage.person("Ada");
    var cora = stage.person("Cora");
    var ben = stage.person("Ben");
    var first = Stage.invite(ben, ada);
    var second = first.with(UUID.randomUUID(), cora);
    stage.ask(first, 1, Duration.ofSeconds(3), Duration.ofHours(1));
    stage.ask(second, 1, Duration.ofSeconds(3), Duration.ofHours(1));
    Stage.awaitAnswer(first.followUp(), "delivered");
    Stage.awaitAnswer(second.followUp(), "delivered");
    assertThat(Stage.MAIL.receivedBy(ben.address())).hasSize(1);
  }
}
