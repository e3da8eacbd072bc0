package dev.rapport.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.local.Service;
import dev.rapport.system.Outcome;
import dev.rapport.system.faults.Moments.Moment;
import dev.rapport.system.faults.Saboteur.Blow;
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
    Outcome outcome = play(Script.drawn("moments", 60, 8, 34), moments());
    assertThat(outcome.report().mails().inDoubt()).isPositive();
  }

  @Test
  @Order(2)
  void killed_between_a_write_and_its_word_nothing_is_lost_or_doubled() {
    play(Script.drawn("writes", 60, 8, 13), writes());
  }

  @Test
  @Order(3)
  void two_instances_killed_at_random_with_broker_and_database_lose_and_double_nothing() {
    for (Service service : Service.values()) {
      running.stack.start(service, 1);
    }
    Ledger ledger = new Ledger();
    Saboteur saboteur = new Saboteur(ledger, running.world.time());
    List<Trouble> kills = new ArrayList<>();
    for (Service service : Service.values()) {
      kills.add(killed(service, 0));
      kills.add(killed(service, 1));
    }
    var parts = running.stack.parts();
    CompletableFuture<Void> blows =
        saboteur
            .strikeAtRandom(kills, 8, Duration.ofSeconds(3), 4)
            .thenRun(() -> saboteur.strike(Trouble.killed(parts.database())))
            .thenCompose(done -> saboteur.strikeAtRandom(kills, 6, Duration.ofSeconds(3), 5))
            .thenRun(() -> saboteur.strike(Trouble.killed(parts.broker())))
            .thenCompose(done -> saboteur.strikeAtRandom(kills, 6, Duration.ofSeconds(3), 6));
    running.play(Script.drawn("random", 60, 8, 38), ledger, blows);
  }

  private Outcome play(Script script, List<Lane> lanes) {
    Ledger ledger = new Ledger();
    Saboteur saboteur = new Saboteur(ledger, running.world.time());
    return running.play(
        script,
        ledger,
        lanes.stream()
            .map(lane -> saboteur.strike(lane.blows, lane.rest))
            .toArray(CompletableFuture[]::new));
  }

  /**
   * One service's blows in the order in which their moments come.
   *
   * @param rest time to work between a restart and the wait for the next moment
   */
  private record Lane(Duration rest, List<Blow> blows) {}

  private List<Lane> moments() {
    Moments moments = watched();
    return List.of(
        // Scans of unknown badges come only while people meet: two days, and nothing before them.
        lane(
            Service.CONTACTS,
            DAY.dividedBy(7),
            moments.write("contacts", "scans", "badge"),
            moments.write("contacts", "meetings", "pendingRev"),
            moments.record("followup-settled")),
        lane(
            Service.EVENTS,
            DAY,
            moments.record("attendance-changed"),
            moments.record("followup-progress")),
        lane(
            Service.FOLLOWUP,
            DAY,
            moments.record("contact-met"),
            moments.write("followup", "followUps", "claim"),
            moments.record("notification-settled")),
        lane(
            Service.NOTIFICATION,
            DAY,
            moments.record("followup-due"),
            moments.write("notification", "notifications", "claim"),
            answerHeldBack()));
  }

  private List<Lane> writes() {
    Moments moments = watched();
    return List.of(
        // A kept scan leaves when its badge is known: it has been folded into a meeting. People are
        // written last when somebody is erased after the event.
        lane(
            Service.CONTACTS,
            DAY.dividedBy(7),
            moments.removal("contacts", "scans"),
            moments.write("contacts", "erasures", "person"),
            moments.write("contacts", "people", "pendingRev")),
        lane(
            Service.EVENTS,
            DAY,
            moments.write("events", "attendances", "pendingRev"),
            moments.write("events", "events", "pendingRev")),
        lane(
            Service.FOLLOWUP,
            DAY,
            moments.write("followup", "lists", "claim"),
            moments.write("followup", "followUps", "pendingRev")),
        lane(
            Service.NOTIFICATION,
            DAY,
            moments.write("notification", "notifications", "onTheWire"),
            moments.write("notification", "notifications", "pendingRev")));
  }

  private Moments watched() {
    var parts = running.stack.parts();
    return new Moments(parts.kafka(), parts::mongo);
  }

  private Lane lane(Service service, Duration rest, Moment... moments) {
    return new Lane(rest, blows(service, moments));
  }

  private List<Blow> blows(Service service, Moment... moments) {
    return Stream.of(moments).map(moment -> new Blow(moment, killed(service, 0))).toList();
  }

  /** The sink has a mail, and whoever sent it does not know; nobody will ever tell. */
  private Moment answerHeldBack() {
    return new Moment(
        "an answer held back after the final dot",
        () -> {
          int before = running.stack.mail().held();
          running.stack.mail().holdNext();
          Moments.await("a mail whose answer is held", () -> running.stack.mail().held() > before);
        });
  }

  private Trouble killed(Service service, int number) {
    return Trouble.killed(running.stack, service, number);
  }
}
