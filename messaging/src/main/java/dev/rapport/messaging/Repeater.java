package dev.rapport.messaging;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs a job in a loop on a thread of its own: again at once while there is work, after a pause
 * when there is none, after growing pauses while it fails. Stopping waits for the round that is
 * running.
 */
public final class Repeater implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Repeater.class);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String name;
  private final Duration idle;
  private final BooleanSupplier job;

  private volatile @Nullable Thread thread;
  private volatile CountDownLatch stop = new CountDownLatch(1);

  /** Takes a job that says whether it found work. */
  public Repeater(String name, Duration idle, BooleanSupplier job) {
    this.name = name;
    this.idle = idle;
    this.job = job;
  }

  @Override
  public void start() {
    stop = new CountDownLatch(1);
    thread = Thread.ofPlatform().name(name).daemon().start(this::loop);
  }

  @Override
  public void stop() {
    stop.countDown();
    var running = thread;
    if (running != null) {
      try {
        running.join(PATIENCE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    thread = null;
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void loop() {
    var failures = 0;
    while (!stopped(Duration.ZERO)) {
      var pause = idle;
      try {
        pause = job.getAsBoolean() ? Duration.ZERO : idle;
        failures = 0;
      } catch (Throwable e) { // the loop must outlive what it runs; nothing of a round is kept
        failures++;
        pause = pauseAfter(failures);
        log.warn("{} failed and runs again in {}.", name, pause, e);
      }
      if (!pause.isZero() && stopped(pause)) {
        return;
      }
    }
  }

  private Duration pauseAfter(int failures) {
    var pause = idle.multipliedBy(1L << Math.min(failures, 12));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  private boolean stopped(Duration pause) {
    try {
      return stop.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }
}
