package dev.rapport.contacts.sensed;

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
import dev.rapport.contacts.meeting.Pair;
import dev.rapport.contacts.sensed.Suggestion.Answer;
import dev.rapport.messaging.Ids;
import dev.rapport.messaging.Indexing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One document per event and pair: {@code {_id, event, people: [first, second], slots: [], ready,
 * last, answers: {0|1: answer}}}. Once the sum is enough for a suggestion its slots go: nobody
 * needs them any more.
 */
@Component
public class Sums {

  private static final BulkWriteOptions EACH_FOR_ITSELF = new BulkWriteOptions().ordered(false);
  private static final int ROUNDS = 5;

  private final Ids ids;
  private final MongoCollection<Document> sums;

  Sums(Ids ids, MongoDatabase database) {
    this.ids = ids;
    this.sums = database.getCollection("sensed");
    Indexing.make(
        sums,
        List.of(
            new IndexModel(Indexes.ascending("people", "_id")),
            new IndexModel(Indexes.ascending("event"))));
  }

  /** Adds to the sums; the same again, in whatever order, changes nothing. */
  void add(Collection<Nearness> near, int needed) {
    var slots = new HashMap<UUID, Set<Long>>();
    var last = new HashMap<UUID, Nearness>();
    for (var one : near) {
      var id = id(one.event(), one.pair());
      slots.computeIfAbsent(id, i -> new HashSet<>()).addAll(one.slots());
      last.merge(id, one, (a, b) -> a.to().isAfter(b.to()) ? a : b);
    }
    var writes = new ArrayList<UpdateOneModel<Document>>();
    last.forEach(
        (id, one) ->
            writes.add(
                new UpdateOneModel<>(
                    Filters.eq("_id", id),
                    adding(one, Objects.requireNonNull(slots.get(id)), needed),
                    new UpdateOptions().upsert(true))));
    write(writes);
  }

  private static List<Bson> adding(Nearness near, Set<Long> slots, int needed) {
    var known = op("$ifNull", "$slots", List.of());
    return List.of(
            set("slots", op("$cond", "$ready", known, op("$setUnion", known, List.copyOf(slots))))
                .append("last", op("$max", "$last", Date.from(near.to())))
                .append("event", op("$ifNull", "$event", near.event()))
                .append("people", op("$ifNull", "$people", people(near.pair()))),
            set("ready", op("$or", "$ready", op("$gte", op("$size", "$slots"), needed))),
            set("slots", op("$cond", "$ready", List.of(), "$slots")))
        .stream()
        .map(fields -> (Bson) new Document("$set", fields))
        .toList();
  }

  private static Document set(String field, Object value) {
    return new Document(field, value);
  }

  private static Document op(String name, @Nullable Object... arguments) {
    return new Document(name, arguments.length == 1 ? arguments[0] : Arrays.asList(arguments));
  }

  /** Two requests may both insert the pair; the loser's second try updates it. */
  private void write(List<UpdateOneModel<Document>> writes) {
    var open = writes;
    for (var round = 0; !open.isEmpty(); round++) {
      try {
        sums.bulkWrite(open, EACH_FOR_ITSELF);
        return;
      } catch (MongoBulkWriteException e) {
        if (round == ROUNDS || e.getWriteErrors().stream().anyMatch(w -> w.getCode() != 11_000)) {
          throw e;
        }
        var lost = new ArrayList<UpdateOneModel<Document>>();
        for (var error : e.getWriteErrors()) {
          lost.add(open.get(error.getIndex()));
        }
        open = lost;
      }
    }
  }

  /** Returns what a person has not answered, in the order of their cursor. */
  List<Suggestion> open(UUID person, @Nullable UUID after, int limit) {
    var mine = Filters.and(Filters.eq("people", person), Filters.eq("ready", true));
    return sums
        .find(after == null ? mine : Filters.and(mine, Filters.gt("_id", after)))
        .sort(Sorts.ascending("_id"))
        .map(document -> read(document, person))
        .into(new ArrayList<>())
        .stream()
        .filter(suggestion -> suggestion.answer() == null)
        .limit(limit)
        .toList();
  }

  /** Returns a suggestion to this person, or null. */
  @Nullable Suggestion find(UUID id, UUID person) {
    var document =
        sums.find(
                Filters.and(
                    Filters.eq("_id", id), Filters.eq("people", person), Filters.eq("ready", true)))
            .first();
    return document == null ? null : read(document, person);
  }

  /** Keeps what a person said; the other one's answer is theirs. */
  void answer(Suggestion suggestion, Answer answer) {
    sums.updateOne(
        Filters.eq("_id", suggestion.id()),
        Updates.set(field(suggestion.pair(), suggestion.person()), answer.name()));
  }

  /** Forgets all sums of these people: they are erased, or want to be sensed no more. */
  public void forget(Collection<UUID> people) {
    if (!people.isEmpty()) {
      sums.deleteMany(Filters.in("people", people));
    }
  }

  /** Returns the events of which anything is kept. */
  Set<UUID> events() {
    return sums.distinct("event", UUID.class).into(new HashSet<>());
  }

  void forgetEvent(UUID event) {
    sums.deleteMany(Filters.eq("event", event));
  }

  UUID id(UUID event, Pair pair) {
    return ids.of("sensed", event, pair.first(), pair.second());
  }

  private static List<UUID> people(Pair pair) {
    return List.of(pair.first(), pair.second());
  }

  private static String field(Pair pair, UUID person) {
    return "answers." + (person.equals(pair.first()) ? 0 : 1);
  }

  private static Suggestion read(Document document, UUID person) {
    var people = document.getList("people", UUID.class);
    var side = person.equals(people.get(0)) ? 0 : 1;
    var answer = document.get("answers", new Document()).getString(String.valueOf(side));
    return new Suggestion(
        Objects.requireNonNull(document.get("_id", UUID.class)),
        Objects.requireNonNull(document.get("event", UUID.class)),
        person,
        people.get(1 - side),
        at(document),
        answer == null ? null : Answer.valueOf(answer));
  }

  private static Instant at(Document document) {
    return Objects.requireNonNull(document.getDate("last")).toInstant();
  }
}
