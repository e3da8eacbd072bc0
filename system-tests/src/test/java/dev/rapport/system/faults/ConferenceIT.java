package dev.rapport.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.local.Service;
import dev.rapport.system.Outcome;
import dev.rapport.system.checker.FollowUpSeen;
import dev.rapport.system.checker.Observation;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.player.Script;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConferenceIT {

  @Test
  void everyone_who_met_is_followed_up_and_reading_everything_again_changes_nothing() {
    Script script = Script.drawn("hundred", 100, 10, 1);
    Ledger ledger = new Ledger();
    try (Running running = new Running(Duration.ofSeconds(8))) {
      Outcome outcome = running.play(script, ledger);
      assertThat(outcome.report().event().state()).isEqualTo("CLOSED");
      assertThat(outcome.report().followUps().byOutcome())
          .containsKeys("sent", "done", "waived", "missed", "withdrawn", "undeliverable");
      Observation before = running.look(script, ledger, 0);
      readEverythingAgain(running);
      Observation after = running.look(script, ledger, 0);
      assertThat(after.mails()).isEqualTo(before.mails());
      assertThat(after.followUps())
          .extracting(FollowUpSeen::id, FollowUpSeen::outcome, FollowUpSeen::answer)
          .containsExactlyInAnyOrderElementsOf(
              before.followUps().stream()
                  .map(f -> org.assertj.core.groups.Tuple.tuple(f.id(), f.outcome(), f.answer()))
                  .toList());
      assertThat(after.event()).isEqualTo(before.event());
    }
  }

  private static void readEverythingAgain(Running running) {
    for (Service service : Service.values()) {
      running.stack.kill(service);
    }
    try (Offsets offsets = new Offsets(running.stack.parts().kafka())) {
      offsets.rewind();
      assertThat(offsets.behind()).isPositive();
      for (Service service : Service.values()) {
        running.stack.start(service);
      }
      await()
          .alias("everything to be read again")
          .atMost(Duration.ofSeconds(120))
          .during(Duration.ofSeconds(3))
          .until(() -> offsets.behind() == 0);
    }
  }
}
