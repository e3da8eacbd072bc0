package dev.rapport.events.tie;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.rapport.events.person.Holder;
import dev.rapport.events.person.People;
import dev.rapport.events.tie.MeetingMessages.ContactMet;
import dev.rapport.messaging.Indexing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The ties, one small document for each event and pair. Only the direction whose owner's id sorts
 * first is written, and only where its revision is higher than what is kept. Of an erased person's
 * ties the ids, and whether they count, are left.
 */
@Component
public class Ties implements Holder {

  private static final int DUPLICATE_KEY = 11_000;
  private static final String ERASED = "erased";
  private static final int READ_AT_ONCE = 10_000;
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> documents;
  private final People people;
  private final Set<UUID> touched = ConcurrentHashMap.newKeySet();

  Ties(MongoDatabase database, People people) {
    this.documents = database.getCollection("ties");
    this.people = people;
    Indexing.make(
        documents,
        List.of(
            new IndexModel(Indexes.ascending("event"), new IndexOptions().name("event")),
            new IndexModel(Indexes.ascending("people"), new IndexOptions().name("people"))));
  }

  /** Hears of meetings; a repeat, or what is older than what is kept, changes nothing. */
  void hear(List<ContactMet> met) {
    var newest = new HashMap<UUID, ContactMet>();
    for (var direction : met) {
      if (direction.leads()) {
        newest.merge(direction.meeting(), direction, Ties::newer);
      }
    }
    if (newest.isEmpty()) {
      return;
    }
    var involved = new HashSet<UUID>();
    newest.values().forEach(tie -> involved.addAll(List.of(tie.owner(), tie.contact())));
    var erased = people.erased(involved);
    var writes = new ArrayList<UpdateOneModel<Document>>(newest.size());
    newest.values().forEach(tie -> writes.add(write(tie, erased)));
    try {
      documents.bulkWrite(writes, UNORDERED);
    } catch (MongoBulkWriteException e) {
      // A duplicate of the id is kept in a newer state, or in this one.
      if (e.getWriteConcernError() != null
          || e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
        throw e;
      }
    }
    newest.values().forEach(tie -> touched.add(tie.event()));
    // Somebody who was erased meanwhile may have been missed by that erasure's own sweep.
    var late = new HashSet<>(people.erased(involved));
    late.removeAll(erased);
    if (!late.isEmpty()) {
      erase(late);
    }
  }

  private static ContactMet newer(ContactMet one, ContactMet other) {
    return one.rev() >= other.rev() ? one : other;
  }

  private static UpdateOneModel<Document> write(ContactMet met, Set<UUID> erased) {
    var older =
        Filters.and(
            Filters.eq("_id", met.meeting()),
            Filters.lt("rev", met.rev()),
            Filters.exists(ERASED, false));
    var fields =
        new Document("event", met.event())
            .append("people", List.of(met.owner(), met.contact()))
            .append("counts", met.counts())
            .append("mutual", met.mutual())
            .append("rev", met.rev());
    if (erased.contains(met.owner()) || erased.contains(met.contact())) {
      fields.append(ERASED, true);
    } else {
      fields
          .append("how", Tie.How.named(met.how()).wireName())
          .append("first", Date.from(met.firstMet()))
          .append("last", Date.from(met.lastMet()));
    }
    return new UpdateOneModel<>(older, new Document("$set", fields), UPSERT);
  }

  /** Leaves ids, and whether they count, of everything that these people were part of. */
  @Override
  public void erase(Collection<UUID> erased) {
    documents.updateMany(
        Filters.and(Filters.in("people", erased), Filters.exists(ERASED, false)),
        Updates.combine(
            Updates.set(ERASED, true),
            Updates.unset("how"),
            Updates.unset("first"),
            Updates.unset("last")));
  }

  /** Hands over the events with new ties since the last time. */
  public Set<UUID> touched() {
    var taken = new HashSet<UUID>();
    touched.removeIf(taken::add);
    return taken;
  }

  /** Reads all ties of an event that count, one after the other. */
  public void each(UUID event, Consumer<Tie> reader) {
    documents
        .find(Filters.and(Filters.eq("event", event), Filters.eq("counts", true)))
        .projection(Projections.fields(Projections.excludeId(), Projections.exclude("rev")))
        .batchSize(READ_AT_ONCE)
        .map(Ties::read)
        .forEach(reader);
  }

  /** A person's ties that count, at one event or, without one, at all. */
  public List<Tie> of(UUID person, @Nullable UUID event) {
    var own = Filters.and(Filters.eq("people", person), Filters.eq("counts", true));
    Bson asked = event == null ? own : Filters.and(own, Filters.eq("event", event));
    return documents.find(asked).map(Ties::read).into(new ArrayList<>());
  }

  /**
   * Of these people the pairs that a block, a "we didn't meet" or an undone scan parted anywhere.
   */
  public Set<Set<UUID>> parted(Collection<UUID> some) {
    return documents
        .find(Filters.and(Filters.in("people", some), Filters.eq("counts", false)))
        .map(document -> Set.copyOf(document.getList("people", UUID.class)))
        .into(new HashSet<>());
  }

  private static Tie read(Document document) {
    var two = document.getList("people", UUID.class);
    var how = document.getString("how");
    return new Tie(
        Objects.requireNonNull(document.get("event", UUID.class)),
        two.get(0),
        two.get(1),
        how == null ? null : Tie.How.named(how),
        document.getBoolean("mutual", false),
        moment(document, "first"),
        moment(document, "last"));
  }

  private static @Nullable Instant moment(Document document, String field) {
    var moment = document.getDate(field);
    return moment == null ? null : moment.toInstant();
  }
}
