package dev.rapport.contacts.person;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.Outbox;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * What is left of a person who was erased: the id, the revision, and that they are erased. It says
 * a tombstone, and keeps the generation closed.
 */
@Component
public class Stubs {

  private static final int DUPLICATE = 11_000;

  private final MongoCollection<Document> people;
  private final MachineClock clock;

  Stubs(MongoDatabase database, MachineClock clock) {
    this.people = database.getCollection(People.COLLECTION);
    this.clock = clock;
  }

  /** Leaves only a stub, pending to be announced; of a stub it leaves what it is. */
  public void leave(UUID person) {
    var rev =
        new Document("$add", Arrays.asList(new Document("$ifNull", Arrays.asList("$rev", 0L)), 1L));
    var stub =
        new Document("_id", person)
            .append("rev", rev)
            .append(PersonDocument.ERASED, true)
            .append(Outbox.PENDING_REV, rev)
            .append(Outbox.PENDING_SINCE, Date.from(clock.now()));
    try {
      people.updateOne(
          Filters.and(Filters.eq("_id", person), Filters.ne(PersonDocument.ERASED, true)),
          List.of(new Document("$replaceWith", stub)),
          new UpdateOptions().upsert(true));
    } catch (MongoWriteException e) {
      if (isOther(e)) {
        throw e;
      }
    }
  }

  /** Marks the tombstone as to be said again; returns its revision. */
  public long sayAgain(UUID person) {
    var stub = Objects.requireNonNull(people.find(Filters.eq("_id", person)).first());
    var rev = PersonDocument.rev(stub);
    people.updateOne(
        Filters.and(Filters.eq("_id", person), Filters.eq("rev", rev)),
        Updates.combine(Outbox.pending(rev, clock)));
    return rev;
  }

  /** Among inserts of the same stub one is enough. */
  private static boolean isOther(MongoException e) {
    return e.getCode() != DUPLICATE;
  }
}
