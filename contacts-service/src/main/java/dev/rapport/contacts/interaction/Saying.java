package dev.rapport.contacts.interaction;

import com.mongodb.client.MongoDatabase;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.Outbox;
import dev.rapport.messaging.Publisher;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Says what was logged. Requests do not wait for it: what they wrote is pending until then. */
@Component
class Saying {

  private static final int MOST_AT_ONCE = 1_000;

  private final Outbox outbox;

  /** Bounded: what does not fit is pending anyway and found by the sweep. */
  private final BlockingQueue<UUID> soon = new LinkedBlockingQueue<>(10_000);

  Saying(MongoDatabase database, Publisher publisher, MachineClock clock) {
    this.outbox =
        new Outbox(
            database.getCollection(Interactions.COLLECTION),
            InteractionLogged::of,
            publisher,
            clock);
  }

  void soon(UUID interaction) {
    var unused = soon.offer(interaction); // the sweep finds what does not fit
  }

  /** Says what was logged since; waits a moment for the first. True when there was any. */
  boolean saySome() {
    var some = new ArrayList<UUID>();
    try {
      var first = soon.poll(100, TimeUnit.MILLISECONDS);
      if (first == null) {
        return false;
      }
      some.add(first);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    soon.drainTo(some, MOST_AT_ONCE - 1);
    outbox.send(some);
    return true;
  }

  boolean sweep() {
    return outbox.sweep();
  }
}
