package dev.rapport.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.local.Service;
import dev.rapport.local.mail.Held;
import dev.rapport.system.Outcome;
import dev.rapport.system.faults.Moments.Moment;
import dev.rapport.system.faults.Saboteur.Blow;
import dev.rapport.system.faults.Saboteur.Victim;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.player.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * After every kill the checker finds nothing lost, and no copies but those of mails in doubt. In
 * order, because the second conference starts a second instance of every service.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashIT {

  private static final Duration DAY = Duration.ofSeconds(14);

  private Running running;

  @BeforeAll
  void start() {
    running = new Running(DAY);
  }

  @AfterAll
  void stop() {
    running.close();
  }

  @Test
  @Order(1)
  void killed_at_the_moments_that_hurt_nothing_is_lost_or_doubled() {
    Script script = Script.drawn("moments", 60, 8, 2);
    Ledger ledger = new Ledger();
    Saboteur saboteur = new Saboteur(ledger, running.world.time());
    CompletableFuture<?>[] lanes =
        moments().stream()
            .map(blows -> saboteur.strike(blows, DAY))
            .toArray(CompletableFuture[]::new);
    Outcome outcome = running.play(script, ledger);
    CompletableFuture.allOf(lanes).join();
    assertThat(outcome.report().mails().inDoubt()).isPositive();
  }

  @Test
  @Order(2)
  void two_instances_killed_at_random_with_broker_and_database_lose_and_double_nothing() {
    for (Service service : Service.values()) {
      running.stack.start(service, 1);
    }
    Script script = Script.drawn("random", 60, 8, 3);
    Ledger ledger = new Ledger();
    Saboteur saboteur = new Saboteur(ledger, running.world.time());
    List<Victim> victims = new ArrayList<>();
    for (Service service : Service.values()) {
      victims.add(victim(service, 0));
      victims.add(victim(service, 1));
    }
    var parts = running.stack.parts();
    CompletableFuture<Void> blows =
        saboteur
            .strikeAtRandom(victims, 8, Duration.ofSeconds(3), 4)
            .thenRun(() -> saboteur.strike(Victim.of(parts.database())))
            .thenCompose(done -> saboteur.strikeAtRandom(victims, 6, Duration.ofSeconds(3), 5))
            .thenRun(() -> saboteur.strike(Victim.of(parts.broker())))
            .thenCompose(done -> saboteur.strikeAtRandom(victims, 6, Duration.ofSeconds(3), 6));
    running.play(script, ledger);
    blows.join();
  }

  /** For each service its moments in the order in which they come. */
  private List<List<Blow>> moments() {
    var parts = running.stack.parts();
    Moments moments = new Moments(parts.kafka(), parts::mongo);
    return List.of(
        blows(
            Service.CONTACTS,
            moments.write("contacts", "people", "pendingRev"),
            moments.write("contacts", "meetings", "pendingRev"),
            moments.record("followup-settled")),
        blows(
            Service.EVENTS,
            moments.record("attendance-changed"),
            moments.record("followup-progress")),
        blows(
            Service.FOLLOWUP,
            moments.record("contact-met"),
            moments.write("followup", "followUps", "claim"),
            moments.record("notification-settled")),
        blows(
            Service.NOTIFICATION,
            moments.record("followup-due"),
            moments.write("notification", "notifications", "claim"),
            answerHeldBack()));
  }

  private List<Blow> blows(Service service, Moment... moments) {
    return Stream.of(moments).map(moment -> new Blow(moment, victim(service, 0))).toList();
  }

  /** The sink has a mail, and whoever sent it does not know; nobody will ever tell. */
  private Moment answerHeldBack() {
    return new Moment(
        "an answer held back after the final dot",
        () -> {
          Held held = running.stack.mail().faults().hold(mail -> true);
          Moments.await("a mail whose answer is held", () -> !held.mails().isEmpty());
          held.stop();
        });
  }

  private Victim victim(Service service, int number) {
    return Victim.of(running.stack, service, number);
  }
}
