package dev.rapport.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.local.Service;
import dev.rapport.system.Outcome;
import dev.rapport.system.checker.FollowUpSeen;
import dev.rapport.system.checker.Observation;
import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.player.Script;
import dev.rapport.system.world.EventTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConferenceIT {

  /**
   * Slow enough for a busy machine: what is asked for in the night must be so before the morning.
   */
  private static final Duration DAY = Duration.ofSeconds(12);

  @Test
  void everyone_who_met_is_followed_up_and_reading_everything_again_changes_nothing() {
    Script script = Script.drawn("hundred", 100, 10, 1);
    Ledger ledger = new Ledger();
    try (Running running = new Running(DAY)) {
      Outcome outcome = running.play(script, ledger);
      assertThat(outcome.report().event().state()).isEqualTo("CLOSED");
      assertThat(outcome.report().followUps().byOutcome())
          .containsKeys(
              "sent", "done", "connected", "waived", "missed", "withdrawn", "undeliverable");
      assertThat(outcome.report().manners().checked())
          .allSatisfy((rule, count) -> assertThat(count).as(rule).isPositive());
      assertThat(ledger.all(Entry.Introduced.class)).anyMatch(Entry.Introduced::made);
      assertThat(ledger.all(Entry.AskedWhether.class)).isNotEmpty();
      assertThat(ledger.all(Entry.TookOut.class)).isNotEmpty();
      assertThat(ledger.all(Entry.Unsubscribed.class)).isNotEmpty();
      assertThat(ledger.all(Entry.Moved.class)).isNotEmpty();
      Observation before = running.look(script, ledger, 0);
      assertThat(before.followUps())
          .extracting(FollowUpSeen::answer)
          .contains("none", "accepted", "declined");
      whoWasErasedLastTookTheirOpenOnesWithThem(ledger, before);
      readEverythingAgain(running);
      Observation after = running.look(script, ledger, 0);
      assertThat(after.mails()).isEqualTo(before.mails());
      assertThat(after.invitations()).isNotEmpty().isEqualTo(before.invitations());
      assertThat(after.followUps())
          .extracting(FollowUpSeen::id, FollowUpSeen::outcome, FollowUpSeen::answer)
          .containsExactlyInAnyOrderElementsOf(
              before.followUps().stream()
                  .map(f -> org.assertj.core.groups.Tuple.tuple(f.id(), f.outcome(), f.answer()))
                  .toList());
      assertThat(after.event()).isEqualTo(before.event());
    }
  }

  /** Some had been asked for already, some were on their own list. */
  private static void whoWasErasedLastTookTheirOpenOnesWithThem(Ledger ledger, Observation seen) {
    String name =
        ledger.all(Entry.Erased.class).reduce((one, other) -> other).orElseThrow().person();
    UUID erased =
        ledger
            .all(Entry.Registered.class)
            .filter(r -> r.person().equals(name))
            .map(Entry.Registered::id)
            .findFirst()
            .orElseThrow();
    List<FollowUpSeen> withdrawn =
        seen.followUps().stream().filter(f -> "withdrawn".equals(f.outcome())).toList();
    assertThat(withdrawn).anyMatch(f -> f.contact().equals(erased) && f.notification() != null);
    assertThat(withdrawn).anyMatch(f -> f.owner().equals(erased) && f.notification() == null);
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
          .until(() -> offsets.behind() == 0);
      // What was asked for again by mistake would go out in the next waking hours.
      EventTime time = running.world.time();
      Instant later = time.now().plus(Duration.ofDays(2));
      await()
          .alias("two days to pass, and all to be read")
          .atMost(Duration.ofSeconds(120))
          .until(() -> time.now().isAfter(later) && offsets.behind() == 0);
    }
  }
}
