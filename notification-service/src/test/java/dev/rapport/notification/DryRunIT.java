package dev.rapport.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Nobody's first integration test mails thousands. */
@TestPropertySource(properties = "rapport.sending.mode=dry-run")
class DryRunIT extends RunningService {

  @Test
  void a_dry_run_withholds_and_says_so() {
    var ask = Stage.invite(stage.person("Ben"), stage.person("Ada"));
    stage.ask(ask);
    Stage.awaitAnswer(ask.followUp(), "withheld");
    assertThat(Stage.MAIL.receivedBy(ask.recipient().address())).isEmpty();
  }

  @Test
  void an_invitation_by_a_channel_is_withheld_too() {
    var ben = stage.reachableBy("Ben", null, "platform");
    var ask = Stage.connect(ben, stage.person("Ada"));
    stage.ask(ask);
    Stage.awaitAnswer(ask.followUp(), "withheld");
  }
}
