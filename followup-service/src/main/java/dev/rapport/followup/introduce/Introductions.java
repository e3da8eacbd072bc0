package dev.rapport.followup.introduce;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.rapport.followup.plan.Word;
import dev.rapport.messaging.Indexing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A document for each: a copy by revision, and beside it what the connector said. */
final class Introductions {

  private static final int DUPLICATE_KEY = 11_000;
  private static final String ANSWER = "answer";
  private static final String TOLD = "told";

  private final MongoCollection<Document> introductions;

  Introductions(MongoDatabase database) {
    this.introductions = database.getCollection("introductions");
    Indexing.make(
        introductions,
        List.of(
            new IndexModel(Indexes.ascending("connector", "day")),
            new IndexModel(Indexes.ascending("one")),
            new IndexModel(Indexes.ascending("other"))));
  }

  /** Keeps what is newer. */
  void store(Collection<Introduction> newer) {
    var writes = newer.stream().map(Introductions::write).toList();
    if (writes.isEmpty() || write(writes)) {
      return;
    }
    write(writes); // inserted by another instance in between: the second round sees it
  }

  private boolean write(List<UpdateOneModel<Document>> writes) {
    try {
      introductions.bulkWrite(writes, new BulkWriteOptions().ordered(false));
      return true;
    } catch (MongoBulkWriteException e) {
      if (e.getWriteConcernError() != null
          || e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
        throw e;
      }
      return false;
    }
  }

  private static UpdateOneModel<Document> write(Introduction one) {
    return new UpdateOneModel<>(
        Filters.and(Filters.eq("_id", one.id()), Filters.lt("rev", one.rev())),
        Updates.combine(
            Updates.set("rev", one.rev()),
            Updates.set("connector", one.connector()),
            Updates.set("one", one.one()),
            Updates.set("other", one.other()),
            Updates.set("event", one.event()),
            Updates.set("day", one.day().toString()),
            Updates.set("topics", one.topics())),
        new UpdateOptions().upsert(true));
  }

  /** What these connectors have not answered, of this day or later, the oldest first. */
  List<Introduction> open(Collection<UUID> connectors, LocalDate from, boolean onlyUntold) {
    var filter =
        Filters.and(
            Filters.in("connector", connectors),
            Filters.gte("day", from.toString()),
            Filters.exists(ANSWER, false));
    return find(onlyUntold ? Filters.and(filter, Filters.exists(TOLD, false)) : filter);
  }

  @Nullable Introduction byId(UUID id) {
    var found = find(Filters.eq("_id", id));
    return found.isEmpty() ? null : found.getFirst();
  }

  /** Records what the connector said; the first word stands. */
  void answer(Introduction one, Introduction.Answer answer) {
    introductions.updateOne(
        Filters.and(Filters.eq("_id", one.id()), Filters.exists(ANSWER, false)),
        Updates.set(ANSWER, answer.word()));
  }

  void told(Collection<UUID> ids) {
    introductions.updateMany(
        Filters.and(Filters.in("_id", ids), Filters.exists(TOLD, false)), Updates.set(TOLD, true));
  }

  /** Those that these people are part of. */
  List<Introduction> around(Collection<UUID> people) {
    return find(involving(people));
  }

  void forget(Collection<UUID> people) {
    introductions.deleteMany(involving(people));
  }

  private static Bson involving(Collection<UUID> people) {
    return Filters.or(
        Filters.in("connector", people), Filters.in("one", people), Filters.in("other", people));
  }

  private List<Introduction> find(Bson filter) {
    return introductions
        .find(filter)
        .sort(Sorts.ascending("day", "_id"))
        .map(Introductions::read)
        .into(new ArrayList<>());
  }

  private static Introduction read(Document document) {
    var answer = document.getString(ANSWER);
    return new Introduction(
        uuid(document, "_id"),
        Objects.requireNonNull(document.get("rev", Number.class)).longValue(),
        uuid(document, "connector"),
        uuid(document, "one"),
        uuid(document, "other"),
        uuid(document, "event"),
        LocalDate.parse(document.get("day", "")),
        document.getList("topics", String.class, List.of()),
        answer == null ? null : Word.of(Introduction.Answer.class, answer));
  }

  private static UUID uuid(Document document, String field) {
    return Objects.requireNonNull(document.get(field, UUID.class), field);
  }
}
