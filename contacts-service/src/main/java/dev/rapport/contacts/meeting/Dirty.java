package dev.rapport.contacts.meeting;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * The events whose counts may have changed. Which ones exist at all is stored, before the first
 * write of each; that something changed is only remembered: whoever dies leaves it to the slow
 * recount of all of them.
 */
@Component
public class Dirty {

  /** Where the count of each event is kept. */
  public static final String COUNTS = "counts";

  /** The mark on a count that is to be said even if nothing has changed. */
  public static final String SAY_AGAIN = "sayAgain";

  private final MongoCollection<Document> counts;
  private final Set<UUID> known = ConcurrentHashMap.newKeySet();
  private final Set<UUID> changed = ConcurrentHashMap.newKeySet();

  Dirty(MongoDatabase database) {
    this.counts = database.getCollection(COUNTS);
  }

  /** Says that an event is to be counted; called before and after a change. */
  public void mark(UUID event) {
    if (!known.contains(event)) {
      counts.updateOne(
          Filters.eq("_id", event),
          Updates.combine(Updates.setOnInsert("rev", 0L), Updates.setOnInsert("drawn", 0L)),
          new UpdateOptions().upsert(true));
      known.add(event);
    }
    changed.add(event);
  }

  /**
   * Has the numbers of events said again even if they are the same; whoever missed them asks so.
   */
  public void sayAgain(Collection<UUID> events) {
    events.forEach(this::mark);
    counts.updateMany(Filters.in("_id", events), Updates.set(SAY_AGAIN, true));
  }

  /** Hands over what changed since the last time. */
  public Set<UUID> take() {
    var taken = new HashSet<UUID>();
    changed.removeIf(taken::add);
    return taken;
  }
}
