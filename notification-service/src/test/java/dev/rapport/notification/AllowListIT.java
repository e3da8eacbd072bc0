package dev.rapport.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** While a platform tries it out, only those whom it names get mail. */
@TestPropertySource(
    properties = {
      "rapport.sending.mode=allow-list",
      "rapport.sending.allow-list=staff.example,ops@mail.example"
    })
class AllowListIT extends RunningService {

  private Stage.Ask askFor(Stage.Someone recipient) {
    stage.say(recipient, "Ben", 1, true, true);
    var ask = Stage.invite(recipient, stage.person("Ada"));
    stage.ask(ask);
    return ask;
  }

  @Test
  void invitations_by_channels_go_to_those_whose_address_is_named_and_nobody_else() {
    var colleague = Stage.unheard().at("ben@staff.example");
    stage.say(colleague, "Ben", 1, true, true);
    var known = Stage.connect(colleague, stage.person("Ada"));
    stage.ask(known);
    Stage.awaitAnswer(known.followUp(), "refused"); // let through, and no channel is set up here
    var unknown = Stage.connect(stage.person("Cora"), stage.person("Ada"));
    stage.ask(unknown);
    Stage.awaitAnswer(unknown.followUp(), "withheld");
  }

  @Test
  void named_addresses_and_domains_get_mail_and_nobody_else() {
    var colleague = askFor(Stage.unheard().at("ben@staff.example"));
    var operator = askFor(Stage.unheard().at("ops@mail.example"));
    var stranger = askFor(Stage.unheard());
    Stage.awaitAnswer(colleague.followUp(), "delivered");
    Stage.awaitAnswer(operator.followUp(), "delivered");
    Stage.awaitAnswer(stranger.followUp(), "withheld");
    assertThat(Stage.MAIL.receivedBy("ben@staff.example")).hasSize(1);
    assertThat(Stage.MAIL.receivedBy("ops@mail.example")).hasSize(1);
    assertThat(Stage.MAIL.receivedBy(stranger.recipient().address())).isEmpty();
  }
}
