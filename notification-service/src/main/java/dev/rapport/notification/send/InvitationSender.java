package dev.rapport.notification.send;

import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.WorkSettings;
import dev.rapport.notification.outward.OutwardSettings;
import dev.rapport.notification.store.Claimed;
import dev.rapport.notification.store.Wire;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The loop that claims social invitations and spreads them over threads of their own: a slow server
 * keeps no mail waiting. Stands still when the sender of mails does.
 */
@Component
class InvitationSender implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(InvitationSender.class);

  private static final Duration PATIENCE = Duration.ofMillis(100);

  /** How many of one thread may be in doubt after a crash. */
  private static final int MOST = 16;

  /** So few that spreading them further would not be faster. */
  private static final int FEW = 4;

  private final Gate gate;
  private final Wire wire;
  private final InvitationRound round;
  private final MachineClock clock;
  private final Duration claimExpiry;
  private final Semaphore free;
  private final ExecutorService threads;

  InvitationSender(
      Gate gate,
      Wire wire,
      InvitationRound round,
      MachineClock clock,
      WorkSettings work,
      OutwardSettings settings) {
    this.gate = gate;
    this.wire = wire;
    this.round = round;
    this.clock = clock;
    this.claimExpiry = work.claimExpiry();
    this.free = new Semaphore(settings.threads());
    this.threads =
        Executors.newFixedThreadPool(
            settings.threads(),
            Thread.ofPlatform()
                .name("inviter-", 0)
                .uncaughtExceptionHandler(
                    (thread, e) -> log.warn("Invitations ended early; their claim will expire.", e))
                .factory());
  }

  /** One round of the loop; true when there was enough due for every free thread. */
  boolean round() {
    if (gate.asOf() == null) {
      return false;
    }
    var taken = take();
    var used = 0;
    try {
      // Half of the claim for what comes before the wire, a third for what is on it.
      var until = clock.now().plus(claimExpiry.dividedBy(2));
      List<Claimed> due = taken == 0 ? List.of() : wire.claimInvitations(MOST * taken);
      var size = taken == 0 ? MOST : Math.clamp(-Math.floorDiv(-due.size(), taken), FEW, MOST);
      for (var from = 0; from < due.size(); from += size) {
        var batch = due.subList(from, Math.min(from + size, due.size()));
        threads.execute(
            () -> {
              try {
                round.send(batch, until);
              } finally {
                free.release();
              }
            });
        used++;
      }
    } finally {
      free.release(taken - used); // or a database that is away for a moment would end all sending
    }
    return taken > 0 && used == taken;
  }

  private int take() {
    try {
      if (!free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return 0;
      }
      return 1 + free.drainPermits();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  /** Lets what is running end before anything that it writes to is closed. */
  @Override
  public void close() {
    round.close();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(20, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
