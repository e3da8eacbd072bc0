package dev.rapport.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.local.Stack;
import dev.rapport.local.StackSettings;
import dev.rapport.system.Conference;
import dev.rapport.system.Outcome;
import dev.rapport.system.Stages;
import dev.rapport.system.checker.Checker;
import dev.rapport.system.checker.Objection;
import dev.rapport.system.checker.Observation;
import dev.rapport.system.checker.Observer;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.player.Script;
import dev.rapport.system.world.Api;
import dev.rapport.system.world.Web;
import dev.rapport.system.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A stack that runs, and the doors to it. */
final class Running implements AutoCloseable {

  final Stack stack;
  final World world;

  /**
   * @param day machine time of one event day: slow enough that no restart outlasts the week
   */
  Running(Duration day) {
    this(StackSettings.standard(System.err::println).withDay(day));
  }

  /** With wires between the services and MongoDB, and on the way to the mail server. */
  static Running byWires(Duration day) {
    return new Running(StackSettings.standard(System.err::println).withDay(day).withWires(true));
  }

  private Running(StackSettings settings) {
    stack = Stack.start(settings);
    world = World.of(stack, Clock.systemUTC());
  }

  /**
   * Plays a conference, in which nothing may be objected to: neither when it is over, nor after the
   * last of the blows.
   */
  Outcome play(Script script, Ledger ledger, CompletableFuture<?>... blows) {
    int formerMails = world.mail().count();
    Outcome outcome = Conference.play(world, script, ledger, Stages.silent());
    System.err.println(outcome.report().summary());
    write(stack.logs().resolve(script.label() + ".ledger"), ledger);
    assertThat(outcome.objections()).extracting(Objection::sentence).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    if (blows.length > 0) {
      CompletableFuture.allOf(blows).join();
      await()
          .alias("nothing to object to after the last blow")
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () ->
                  assertThat(Checker.judge(ledger, look(script, ledger, formerMails)).objections())
                      .extracting(Objection::sentence)
                      .isEmpty());
    }
    stack.check();
    return outcome;
  }

  /** Beside the logs, for whoever wants to know what happened. */
  private static void write(Path file, Ledger ledger) {
    try {
      Files.write(file, ledger.entries().stream().map(Object::toString).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What can be seen of a conference now. */
  Observation look(Script script, Ledger ledger, int formerMails) {
    Web web = new Web(world.time());
    return new Observer(world, new Api(world, web, script.label()), web).look(ledger, formerMails);
  }

  @Override
  public void close() {
    stack.close();
  }
}
