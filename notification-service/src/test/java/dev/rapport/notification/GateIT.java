package dev.rapport.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.test.context.TestPropertySource;

/** A sender that has not heard everyone's last word stands still. */
@TestPropertySource(
    properties = "spring.cloud.stream.bindings.personChanged-in-0.consumer.auto-startup=false")
class GateIT extends RunningService {

  @Autowired BindingsLifecycleController bindings;
  @Autowired MeterRegistry meters;

  private double standingStill() {
    return meters.get("rapport.sending.standing.still").gauge().value();
  }

  @Test
  void no_mail_starts_before_everyones_last_word_is_heard() {
    var ben = stage.person("Ben");
    var ask = Stage.invite(ben, stage.person("Ada"));
    stage.ask(ask);
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> standingStill() == 1);
    Awaitility.await()
        .during(Duration.ofSeconds(4))
        .atMost(Duration.ofSeconds(30))
        .until(() -> Stage.answer(ask.followUp()) == null && standingStill() == 1);
    assertThat(Stage.MAIL.receivedBy(ben.address())).isEmpty();
    bindings.changeState("personChanged-in-0", BindingsLifecycleController.State.STARTED);
    Stage.awaitAnswer(ask.followUp(), "delivered");
    assertThat(standingStill()).isZero();
  }
}
