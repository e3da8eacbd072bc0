package dev.rapport.system.player;

import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.world.Web;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** A bounded number of hands: {@link #busy} waits for a free one. */
final class Crew implements AutoCloseable {

  private final Ledger ledger;
  private final Semaphore hands;
  private final int count;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();

  Crew(Ledger ledger, int count) {
    this.ledger = ledger;
    this.count = count;
    hands = new Semaphore(count);
  }

  /** Starts a job as soon as a hand is free. */
  void busy(Runnable job) {
    hands.acquireUninterruptibly();
    threads.execute(
        () -> {
          try {
            job.run();
          } catch (Web.NoAnswer e) {
            ledger.write(new Entry.Unanswered(e.when(), e.call()));
          } catch (RuntimeException e) {
            failures.add(e);
          } finally {
            hands.release();
          }
        });
  }

  /** Waits until all jobs are done; throws the first failure that was not an answer's. */
  void rest() {
    hands.acquireUninterruptibly(count);
    hands.release(count);
    @Nullable RuntimeException failure = failures.poll();
    if (failure != null) {
      failures.forEach(failure::addSuppressed);
      throw failure;
    }
  }

  @Override
  public void close() {
    threads.close();
  }
}
