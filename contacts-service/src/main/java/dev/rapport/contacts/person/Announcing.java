package dev.rapport.contacts.person;

import com.mongodb.client.MongoDatabase;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.NotSent;
import dev.rapport.messaging.Outbox;
import dev.rapport.messaging.Outgoing;
import dev.rapport.messaging.Publisher;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * Tells the other services how people are. A request is answered only after the broker has it: the
 * promise that nothing goes out later than ten seconds after a withdrawal stands on this.
 */
@Component
public class Announcing {

  private final Outbox outbox;

  Announcing(MongoDatabase database, Publisher publisher, MachineClock clock) {
    this.outbox =
        new Outbox(
            database.getCollection(People.COLLECTION), Announcing::message, publisher, clock);
  }

  /** Sends what is pending of these people; refuses with 503 when the broker is not there. */
  public void now(Collection<UUID> people) {
    try {
      outbox.send(people);
    } catch (NotSent e) {
      throw (dev.rapport.access.Problem) Refusals.notAnnounced().initCause(e);
    }
  }

  boolean sweep() {
    return outbox.sweep();
  }

  private static List<Outgoing> message(Document document) {
    return List.of(
        PersonDocument.isErased(document)
            ? Outgoing.tombstone(
                PersonChanged.TOPIC, PersonDocument.id(document), PersonDocument.rev(document))
            : PersonChanged.of(PersonDocument.read(document)));
  }
}
