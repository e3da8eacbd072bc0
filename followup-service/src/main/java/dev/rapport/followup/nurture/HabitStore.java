package dev.rapport.followup.nurture;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** One document per owner; each change is one write of one field, so that the last one stands. */
final class HabitStore {

  /** More words for kinds of contacts than anybody keeps apart. */
  static final int MOST_TAGS = 50;

  private final MongoCollection<Document> habits;

  HabitStore(MongoDatabase database) {
    this.habits = database.getCollection("habits");
  }

  Map<UUID, Habits> of(Collection<UUID> owners) {
    var found = new HashMap<UUID, Habits>();
    owners.forEach(owner -> found.put(owner, Habits.none(owner)));
    habits
        .find(Filters.in("_id", owners))
        .map(HabitStore::read)
        .forEach(h -> found.put(h.owner(), h));
    return found;
  }

  Habits of(UUID owner) {
    var found = habits.find(Filters.eq("_id", owner)).first();
    return found == null ? Habits.none(owner) : read(found);
  }

  /** Says how often to be in touch with those of a tag; null: no longer. */
  void tag(UUID owner, String tag, @Nullable Integer days) {
    // A list, because a tag may hold what no field name may; one write, so that none is lost.
    var all = new Document("$ifNull", List.of("$tags", List.of()));
    var isOther = new Document("$ne", List.of("$$this.tag", literal(tag)));
    var others = new Document("$filter", new Document("input", all).append("cond", isOther));
    var own = new Document("tag", tag).append("days", days);
    var added = days == null ? List.of() : List.of(own);
    var tags = new Document("$concatArrays", List.of(others, literal(added)));
    habits.updateOne(
        Filters.eq("_id", owner),
        List.of(new Document("$set", new Document("tags", tags))),
        new UpdateOptions().upsert(true));
  }

  private static Document literal(Object value) {
    return new Document("$literal", value);
  }

  /** No reminders before this moment; null: as before. */
  void pause(UUID owner, @Nullable Instant until) {
    write(
        owner,
        until == null
            ? Updates.unset("pausedUntil")
            : Updates.set("pausedUntil", Date.from(until)));
  }

  void forget(Collection<UUID> people) {
    habits.deleteMany(Filters.in("_id", people));
  }

  private void write(UUID owner, Bson update) {
    habits.updateOne(Filters.eq("_id", owner), update, new UpdateOptions().upsert(true));
  }

  private static Habits read(Document document) {
    var tags = new TreeMap<String, Integer>();
    for (var tag : document.getList("tags", Document.class, List.of())) {
      tags.put(tag.get("tag", ""), tag.get("days", 0));
    }
    return new Habits(
        Objects.requireNonNull(document.get("_id", UUID.class)),
        tags,
        TieDocument.instant(document, "pausedUntil"));
  }
}
