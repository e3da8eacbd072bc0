package dev.rapport.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Nobody's first integration test mails thousands. */
class DryRunIT extends RunningService {

  @DynamicPropertySource
  static void mode(DynamicPropertyRegistry registry) {
    registry.add("rapport.sending.mode", () -> "dry-run");
  }

  @Test
  void a_dry_run_withholds_and_says_so() {
    var ask = Stage.invite(stage.person("Ben"), stage.person("Ada"));
    stage.ask(ask);
    Stage.awaitAnswer(ask.followUp(), "withheld");
    assertThat(Stage.MAIL.receivedBy(ask.recipient().address())).isEmpty();
  }
}
