package dev.rapport.system.faults;

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

/** Brings trouble about, and writes down from when to when it lasted. */
final class Saboteur {

  /** This trouble at that moment. */
  record Blow(Moment moment, Trouble trouble) {}

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
            strike(blow.trouble());
            LockSupport.parkNanos(rest.toNanos());
          }
        });
  }

  /** So many blows with pauses of random length between them. */
  CompletableFuture<Void> strikeAtRandom(
      List<Trouble> troubles, int times, Duration longest, long seed) {
    Random random = new Random(seed);
    return start(
        () -> {
          for (int i = 0; i < times; i++) {
            LockSupport.parkNanos(random.nextLong(longest.toNanos()));
            strike(troubles.get(random.nextInt(troubles.size())));
          }
        });
  }

  /** Lets it begin, last, and pass. */
  void strike(Trouble trouble) {
    Instant from = time.machineNow();
    trouble.begins().run();
    LockSupport.parkNanos(trouble.lasts().toNanos());
    trouble.ends().run();
    Instant until = time.machineNow();
    System.err.printf("%s, %s to %s.%n", trouble.name(), from, until);
    ledger.write(
        new Entry.Outage(
            new dev.rapport.system.ledger.Moment(from, from, time.event(from)),
            trouble.name(),
            until));
  }

  private static CompletableFuture<Void> start(Runnable work) {
    return CompletableFuture.runAsync(
        work, Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory()));
  }
}
