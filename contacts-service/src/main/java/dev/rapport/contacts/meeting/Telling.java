package dev.rapport.contacts.meeting;

import com.mongodb.client.MongoDatabase;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.Outbox;
import dev.rapport.messaging.Publisher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Says contact-met for the meetings that changed. Requests do not wait for it: their meeting is
 * safe, and pending until the broker has it. Many requests' meetings go out in one round.
 */
@Component
class Telling {

  private static final int MOST_AT_ONCE = 1_000;

  private final Outbox outbox;

  /** Bounded: what does not fit is pending anyway and found by the sweep. */
  private final BlockingQueue<UUID> soon = new LinkedBlockingQueue<>(100_000);

  Telling(MongoDatabase database, Publisher publisher, MachineClock clock) {
    this.outbox =
        new Outbox(database.getCollection(Meetings.COLLECTION), ContactMet::both, publisher, clock);
  }

  void soon(Collection<UUID> meetings) {
    meetings.forEach(soon::offer);
  }

  void now(Collection<UUID> meetings) {
    outbox.send(meetings);
  }

  /** Sends what was changed since; waits a moment for the first. True when there was any. */
  boolean sendSome() {
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
    outbox.send(new HashSet<>(some));
    return true;
  }

  boolean sweep() {
    return outbox.sweep();
  }
}
