package dev.rapport.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.local.Named;
import dev.rapport.local.Service;
import dev.rapport.local.Stack;
import dev.rapport.system.Outcome;
import dev.rapport.system.checker.FollowUpSeen;
import dev.rapport.system.checker.Observation;
import dev.rapport.system.faults.Moments.Moment;
import dev.rapport.system.faults.Saboteur.Blow;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.player.Script;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
 * Conferences on the images, with Kafka, MongoDB and Toxiproxy as containers: nothing is lost, and
 * no mail is there twice but those in doubt. Needs RAPPORT_IMAGES. In order, because from the third
 * conference on every service has a second instance.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContainersIT {

  private static final Duration DAY = Duration.ofSeconds(12);
  private static final Duration REST = Duration.ofSeconds(3);
  private static final Duration SLOW = Duration.ofSeconds(6);
  private static final Duration CUT = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofSeconds(45);

  /** Each service's second instance. */
  private static final int OTHER = 1;

  private Running running;
  private Stack stack;
  private Moments moments;
  private boolean two;

  @BeforeAll
  void start() {
    running = Running.byWires(DAY);
    stack = running.stack;
    moments = new Moments(stack.parts().kafka(), stack.parts()::mongo);
  }

  @AfterAll
  void stop() {
    if (running != null) {
      running.close();
    }
  }

  @Test
  @Order(1)
  void a_slow_a_cut_and_a_torn_network_loses_and_doubles_nothing() {
    // It is sent again five times within a second and a half of such days.
    Moment inDoubt = moments.write("notification", "notifications", "doubts");
    Played played =
        play(
            "network",
            42,
            List.of(
                new Blow(
                    moments.record("contact-met"),
                    Trouble.cut(stack.toMongo(Service.CONTACTS), CUT)),
                new Blow(
                    mailOnTheWire(), Trouble.narrowed(stack.toMongo(Service.NOTIFICATION), SLOW))),
            List.of(
                new Blow(
                    moments.record("contact-met"),
                    Trouble.slowed(stack.toMongo(Service.EVENTS), SLOW)),
                new Blow(followUpIsDue(), Trouble.slowed(stack.toMongo(Service.FOLLOWUP), SLOW))),
            List.of(
                // Before the first invites: a mail in doubt would be given up in such a long night.
                new Blow(followUpIsDue(), Trouble.cut(stack.toMail(), CUT)),
                new Blow(Moment.AT_ONCE, Trouble.torn(stack.toMail(), inDoubt)),
                new Blow(mailOnTheWire(), Trouble.slowed(stack.toMail(), SLOW)),
                new Blow(mailOnTheWire(), Trouble.narrowed(stack.toMail(), SLOW))));
    assertThat(played.outcome.report().mails().inDoubt()).isPositive();
    assertThat(played.saidToBeSentThoughNoMailShowsIt()).isEmpty();
  }

  @Test
  @Order(2)
  void killed_containers_lose_and_double_nothing() {
    var database = Trouble.killed(stack.parts().database());
    var broker = Trouble.killed(stack.parts().broker());
    play(
        "killed",
        41,
        List.of(
            new Blow(moments.record("attendance-changed"), killed(Service.EVENTS)),
            new Blow(moments.record("contact-met"), killed(Service.CONTACTS)),
            new Blow(moments.record("contact-met"), database)),
        List.of(
            new Blow(moments.record("contact-met"), broker),
            new Blow(followUpIsDue(), killed(Service.FOLLOWUP)),
            new Blow(mailOnTheWire(), killed(Service.NOTIFICATION)),
            new Blow(mailOnTheWire(), database),
            new Blow(mailOnTheWire(), broker)));
  }

  @Test
  @Order(3)
  void one_of_two_that_stands_still_and_wakes_doubles_nothing_but_what_is_in_doubt() {
    twoOfEach();
    Played played =
        play(
            "paused",
            43,
            List.of(new Blow(moments.record("contact-met"), paused(Service.CONTACTS))),
            List.of(new Blow(moments.record("contact-met"), paused(Service.EVENTS))),
            List.of(new Blow(followUpIsDue(), paused(Service.FOLLOWUP))),
            List.of(
                new Blow(
                    followUpIsDue().then(pausedWithMailsOnTheWire()),
                    paused(Service.NOTIFICATION))));
    assertThat(played.outcome.report().mails().inDoubt()).isPositive();
  }

  @Test
  @Order(4)
  void two_versions_in_flight_together_lose_and_double_nothing_up_and_down() {
    String current = Named.tag();
    String previous = Named.previousTag();
    twoOfEach();
    for (Service service : Service.values()) {
      stack.replace(service, 0, previous);
    }
    play(
        "upgraded",
        44,
        Stream.concat(
                inTurn(moments.record("contact-met"), 0, current),
                inTurn(followUpIsDue().then(mailOnTheWire()), OTHER, previous))
            .toList());
  }

  /** From that moment on, all four, one after the other. */
  private Stream<Blow> inTurn(Moment first, int number, String tag) {
    return Stream.of(Service.values())
        .map(
            service ->
                new Blow(
                    service == Service.CONTACTS ? first : Moment.AT_ONCE,
                    Trouble.replaced(stack, service, number, tag)));
  }

  private void twoOfEach() {
    if (!two) {
      for (Service service : Service.values()) {
        stack.start(service, OTHER);
      }
      two = true;
    }
  }

  private record Played(Outcome outcome, Observation seen) {

    /** A mail that stayed in doubt may have been lost; here every doubt ends in time. */
    List<UUID> saidToBeSentThoughNoMailShowsIt() {
      Set<UUID> shown = new HashSet<>();
      seen.mails().forEach(mail -> shown.addAll(mail.items()));
      seen.invitations().forEach(invitation -> shown.addAll(invitation.items()));
      return seen.followUps().stream()
          .filter(followUp -> "sent".equals(followUp.outcome()))
          .map(FollowUpSeen::id)
          .filter(id -> !shown.contains(id))
          .toList();
    }
  }

  @SafeVarargs
  private Played play(String label, long seed, List<Blow>... lanes) {
    Script script = Script.drawn(label, 100, 10, seed);
    Ledger ledger = new Ledger();
    int formerMails = running.world.mail().count();
    Saboteur saboteur = new Saboteur(ledger, running.world.time());
    Outcome outcome =
        running.play(
            script,
            ledger,
            Stream.of(lanes)
                .map(lane -> saboteur.strike(lane, REST))
                .toArray(CompletableFuture[]::new));
    return new Played(outcome, running.look(script, ledger, formerMails));
  }

  private Moment followUpIsDue() {
    return moments.write("followup", "followUps", "claim");
  }

  private Moment mailOnTheWire() {
    return moments.write("notification", "notifications", "onTheWire");
  }

  /**
   * Often the mails are the other's: then it is woken at once, and the next ones are waited for.
   */
  private Moment pausedWithMailsOnTheWire() {
    Moment mails = mailOnTheWire();
    return new Moment(
        "one of two standing still with mails on the wire",
        () ->
            Moments.await(
                "mails of the one that stands still",
                () -> {
                  mails.come().run();
                  stack.pause(Service.NOTIFICATION, OTHER);
                  boolean held = false;
                  try {
                    held = moments.standsStill("notification", "notifications", "onTheWire");
                  } finally {
                    if (!held) {
                      stack.wake(Service.NOTIFICATION, OTHER);
                    }
                  }
                  return held;
                }));
  }

  private Trouble killed(Service service) {
    return Trouble.killed(stack, service, 0);
  }

  private Trouble paused(Service service) {
    return Trouble.paused(stack, service, OTHER, PAUSE);
  }
}
