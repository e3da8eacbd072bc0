package dev.rapport.system.faults;

import dev.rapport.local.Service;
import dev.rapport.local.Stack;
import dev.rapport.local.process.Part;
import dev.rapport.system.faults.Moments.Moment;
import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.world.EventTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Kills parts with SIGKILL and starts them again, and writes down for how long they were away. */
final class Saboteur {

  /** A part that can be killed, and started again with what it had stored. */
  record Victim(String name, Runnable kill, Runnable start) {

    static Victim of(Stack stack, Service service, int number) {
      return new Victim(
          service.artifact(),
          () -> stack.kill(service, number),
          () -> stack.start(service, number));
    }

    static Victim of(Part part) {
      return new Victim(part.name(), part::kill, part::start);
    }
  }

  /** Kill this victim at that moment. */
  record Blow(Moment moment, Victim victim) {}

  private final Ledger ledger;
  private final EventTime time;

  Saboteur(Ledger ledger, EventTime time) {
    this.ledger = ledger;
    this.time = time;
  }

  /**
   * One blow after the other, each at its moment; the answer fails if one never came.
   *
   * @param rest time to work between a restart and the wait for the next moment
   */
  CompletableFuture<Void> strike(List<Blow> blows, Duration rest) {
    return start(
        () -> {
          for (Blow blow : blows) {
            blow.moment().come().run();
            strike(blow.victim());
            LockSupport.parkNanos(rest.toNanos());
          }
        });
  }

  /** So many blows with pauses of random length between them. */
  CompletableFuture<Void> strikeAtRandom(
      List<Victim> victims, int times, Duration longest, long seed) {
    Random random = new Random(seed);
    return start(
        () -> {
          for (int i = 0; i < times; i++) {
            LockSupport.parkNanos(random.nextLong(longest.toNanos()));
            strike(victims.get(random.nextInt(victims.size())));
          }
        });
  }

  /** Kills it and starts it again at once. */
  void strike(Victim victim) {
    Instant from = time.machineNow();
    victim.kill().run();
    victim.start().run();
    Instant until = time.machineNow();
    ledger.write(
        new Entry.Outage(
            new dev.rapport.system.ledger.Moment(from, from, time.event(from)),
            victim.name(),
            until));
  }

  private static CompletableFuture<Void> start(Runnable work) {
    return CompletableFuture.runAsync(
        work, Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory()));
  }
}
