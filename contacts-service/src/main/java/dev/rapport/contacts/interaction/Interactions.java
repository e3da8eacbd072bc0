package dev.rapport.contacts.interaction;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import dev.rapport.messaging.Indexing;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.Outbox;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One document each, written once; pending until it is said. */
@Component
public class Interactions {

  static final String COLLECTION = "interactions";

  private static final int DUPLICATE_KEY = 11_000;

  private final MongoCollection<Document> interactions;
  private final MachineClock clock;

  Interactions(MongoDatabase database, MachineClock clock) {
    this.interactions = database.getCollection(COLLECTION);
    this.clock = clock;
    Indexing.make(
        interactions,
        List.of(
            new IndexModel(Indexes.ascending("owner", "contact", "at")),
            new IndexModel(Indexes.ascending("contact"))));
  }

  /** Writes it, unless there is one of this id; returns the one that stands. */
  Interaction write(Interaction interaction) {
    try {
      interactions.insertOne(document(interaction));
      return interaction;
    } catch (MongoWriteException e) {
      if (e.getError().getCode() != DUPLICATE_KEY) {
        throw e;
      }
    }
    var standing = byId(interaction.id());
    return standing == null ? write(interaction) : standing;
  }

  @Nullable Interaction byId(UUID id) {
    var found = interactions.find(Filters.eq("_id", id)).first();
    return found == null ? null : read(found);
  }

  /** What an owner logged of a contact and what both share, the latest first. */
  List<Interaction> of(UUID owner, UUID contact, @Nullable Interaction after, int limit) {
    var mine = Filters.and(Filters.eq("owner", owner), Filters.eq("contact", contact));
    var shared =
        Filters.and(
            Filters.eq("owner", contact), Filters.eq("contact", owner), Filters.eq("mutual", true));
    Bson ours = Filters.or(mine, shared);
    return interactions
        .find(after == null ? ours : Filters.and(ours, before(after)))
        .sort(Sorts.orderBy(Sorts.descending("at"), Sorts.descending("_id")))
        .limit(limit)
        .map(Interactions::read)
        .into(new ArrayList<>());
  }

  private static Bson before(Interaction after) {
    var at = Date.from(after.at());
    return Filters.or(
        Filters.lt("at", at), Filters.and(Filters.eq("at", at), Filters.lt("_id", after.id())));
  }

  /** Deletes everything that a person logged, and everything logged about them. */
  public void erase(UUID person) {
    interactions.deleteMany(Filters.eq("owner", person));
    interactions.deleteMany(Filters.eq("contact", person));
  }

  private Document document(Interaction one) {
    return new Document("_id", one.id())
        .append("owner", one.owner())
        .append("contact", one.contact())
        .append("at", Date.from(one.at()))
        .append("kind", one.kind().name())
        .append("purpose", one.purpose().name())
        .append("mutual", one.mutual())
        .append("body", one.body())
        .append("token", one.token())
        .append("rev", 1L)
        .append(Outbox.PENDING_REV, 1L)
        .append(Outbox.PENDING_SINCE, Date.from(clock.now()));
  }

  static Interaction read(Document document) {
    return new Interaction(
        uuid(document, "_id"),
        uuid(document, "owner"),
        uuid(document, "contact"),
        document.getDate("at").toInstant(),
        Interaction.Kind.valueOf(document.getString("kind")),
        Interaction.Purpose.valueOf(document.getString("purpose")),
        document.getBoolean("mutual", false),
        uuid(document, "body"),
        uuid(document, "token"));
  }

  private static UUID uuid(Document document, String field) {
    return Objects.requireNonNull(document.get(field, UUID.class), field);
  }
}
