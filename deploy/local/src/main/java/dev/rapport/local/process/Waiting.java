package dev.rapport.local.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition outside this process, for which there is nothing to be notified by. */
public final class Waiting {
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

  private Waiting() {}

  /**
   * Looks every 50 ms until the condition holds.
   *
   * @param what completes the sentence "… waited in vain for" when the time is over
   */
  public static void until(String what, Duration atMost, BooleanSupplier condition) {
    long end = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new LocalFailure("Waited " + atMost.toSeconds() + " s in vain for " + what + ".");
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new LocalFailure("Interrupted while waiting for " + what + ".");
      }
      LockSupport.parkNanos(PAUSE);
    }
  }
}
