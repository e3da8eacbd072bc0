package dev.rapport.events.lines;

import dev.rapport.messaging.Outbox;
import dev.rapport.messaging.Repeater;
import dev.rapport.messaging.WorkSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/**
 * Sends what has just been written, away from the request that wrote it: a broker that is down
 * keeps no caller waiting. Nothing rests on the queue; what is lost from it is found by the sweep.
 */
public final class Announcer implements SmartLifecycle {

  private static final int AT_ONCE = 1_000;
  private static final Duration BREATH = Duration.ofMillis(10);

  private final BlockingQueue<UUID> written = new LinkedBlockingQueue<>();
  private final Outbox outbox;
  private final Repeater sender;
  private final Repeater sweeper;

  public Announcer(String what, Outbox outbox, WorkSettings settings) {
    this.outbox = outbox;
    this.sender = new Repeater("Sending " + what, BREATH, () -> sendWritten(settings.poll()));
    this.sweeper = new Repeater("Sweeping " + what, settings.poll(), outbox::sweep);
  }

  /** Sends the current state of these documents in a moment. */
  public void soon(Collection<UUID> ids) {
    written.addAll(ids);
  }

  private boolean sendWritten(Duration patience) {
    try {
      var first = written.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (first == null) {
        return false;
      }
      var ids = new ArrayList<UUID>();
      ids.add(first);
      written.drainTo(ids, AT_ONCE);
      outbox.send(ids);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void start() {
    sender.start();
    sweeper.start();
  }

  @Override
  public void stop() {
    sender.stop();
    sweeper.stop();
  }

  @Override
  public boolean isRunning() {
    return sender.isRunning();
  }
}
