package dev.rapport.followup.welcome;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import dev.rapport.followup.plan.Attendance;
import dev.rapport.followup.plan.Result;
import dev.rapport.followup.store.Concerned;
import dev.rapport.messaging.Claims;
import dev.rapport.messaging.Indexing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * One document per attendance: {@code {_id, event, person, rev, lookAt?, ask?, takenBack?,
 * retryAt?, claim?, asked?, end?}}. Each write raises {@code rev}; whoever decided by another one
 * starts over.
 */
public final class Welcomes implements Concerned {

  private static final String REV = "rev";
  private static final String EVENT = "event";
  private static final String PERSON = "person";
  private static final String LOOK_AT = "lookAt";
  private static final String RETRY_AT = "retryAt";
  private static final String ASK = "ask";
  private static final String TAKEN_BACK = "takenBack";
  private static final String END = "end";

  private static final Date AT_ONCE = new Date(0);

  private final MongoCollection<Document> welcomes;

  /** Takes the database that holds them. */
  public Welcomes(MongoDatabase database) {
    this.welcomes = database.getCollection("welcomes");
    Indexing.make(
        welcomes,
        List.of(
            new IndexModel(Indexes.ascending(EVENT)),
            new IndexModel(Indexes.ascending(PERSON)),
            new IndexModel(Indexes.ascending(LOOK_AT), where(LOOK_AT)),
            new IndexModel(Indexes.ascending(RETRY_AT), where(RETRY_AT))));
  }

  private static IndexOptions where(String field) {
    return new IndexOptions().name(field).partialFilterExpression(Filters.exists(field, true));
  }

  /** Has these attendances looked at, for the first time or again. */
  public void heard(Collection<Attendance> attendances) {
    var writes = new ArrayList<WriteModel<Document>>();
    for (var attendance : attendances) {
      writes.add(
          new UpdateOneModel<>(
              Filters.eq("_id", attendance.id()),
              Updates.combine(
                  Updates.setOnInsert(EVENT, attendance.event()),
                  Updates.setOnInsert(PERSON, attendance.person()),
                  lookAgain()),
              new UpdateOptions().upsert(true)));
    }
    write(writes);
  }

  /** Has all of an event looked at again whose mail has not gone out: its dates may be others. */
  public void wake(UUID event) {
    welcomes.updateMany(
        Filters.and(Filters.eq(EVENT, event), Filters.exists(END, false)), lookAgain());
  }

  /** Forgets those of erased people; an attendance that is heard again is looked at in vain. */
  @Override
  public void erased(Collection<UUID> people) {
    welcomes.deleteMany(Filters.in(PERSON, people));
  }

  List<Welcome> toLookAt(Instant now, int limit) {
    return find(Filters.lte(LOOK_AT, Date.from(now)), LOOK_AT, limit);
  }

  /** Those that are asked for, or being taken back, and not answered. */
  List<Welcome> unanswered(Instant machineNow, int limit) {
    return find(
        Filters.and(Filters.lte(RETRY_AT, Date.from(machineNow)), Filters.exists(ASK, true)),
        RETRY_AT,
        limit);
  }

  /** Has those looked at again whose event or person was not known then. */
  void lookAgain(Instant machineNow) {
    welcomes.updateMany(
        Filters.and(Filters.lte(RETRY_AT, Date.from(machineNow)), Filters.exists(ASK, false)),
        Updates.combine(lookAgain(), Updates.unset(RETRY_AT)));
  }

  List<Welcome> byId(Collection<UUID> ids) {
    return find(Filters.in("_id", ids), "_id", ids.size());
  }

  /** Puts off those of which nothing is to be said now; null: until something is heard. */
  void putOff(Map<Welcome, @Nullable Instant> next) {
    var writes = new ArrayList<WriteModel<Document>>();
    next.forEach(
        (welcome, at) ->
            writes.add(
                as(
                    welcome,
                    at == null ? Updates.unset(LOOK_AT) : Updates.set(LOOK_AT, Date.from(at)))));
    write(writes);
  }

  /** Waits for what is not known yet, in machine time. */
  void waitFor(Collection<Welcome> unknown, Instant retryAt) {
    var update = Updates.combine(Updates.unset(LOOK_AT), Updates.set(RETRY_AT, Date.from(retryAt)));
    write(unknown.stream().map(welcome -> as(welcome, update)).toList());
  }

  /** These are to be taken back; the next repeat says so. */
  void takeBack(Collection<Welcome> unwanted) {
    var update =
        Updates.combine(
            Updates.unset(LOOK_AT),
            Updates.set(TAKEN_BACK, true),
            Updates.set(RETRY_AT, AT_ONCE),
            Updates.inc(REV, 1L));
    write(unwanted.stream().map(welcome -> as(welcome, update)).toList());
  }

  /**
   * Claims a day for each, unless it has changed since; returns which this call got, as written.
   */
  List<Welcome> claim(Map<Welcome, LocalDate> days, Instant retryAt) {
    var token = UUID.randomUUID();
    var writes = new ArrayList<WriteModel<Document>>();
    days.forEach(
        (welcome, day) ->
            writes.add(
                as(
                    welcome,
                    Updates.combine(
                        Updates.set(ASK, day.toString()),
                        Updates.set("asked", day.toString()),
                        Updates.set(RETRY_AT, Date.from(retryAt)),
                        Updates.set(Claims.CLAIM, token),
                        Updates.unset(LOOK_AT),
                        Updates.inc(REV, 1L)))));
    write(writes);
    if (days.isEmpty()) {
      return List.of();
    }
    var ids = days.keySet().stream().map(Welcome::id).toList();
    return find(
        Filters.and(Filters.in("_id", ids), Filters.eq(Claims.CLAIM, token)), "_id", ids.size());
  }

  /** Sets when to ask again, in machine time. */
  void retryAt(Collection<Welcome> asked, Instant at) {
    write(asked.stream().map(w -> as(w, Updates.set(RETRY_AT, Date.from(at)))).toList());
  }

  /** What was asked for went out, or cannot; or it did not, and another day is looked for. */
  void answered(Map<Welcome, Result> results) {
    var writes = new ArrayList<WriteModel<Document>>();
    results.forEach(
        (welcome, result) -> {
          var over =
              Updates.combine(
                  Updates.unset(ASK),
                  Updates.unset(TAKEN_BACK),
                  Updates.unset(RETRY_AT),
                  Updates.unset(Claims.CLAIM));
          var ends = result != Result.CANCELLED && result != Result.LATE;
          writes.add(
              new UpdateOneModel<>(
                  Filters.and(
                      Filters.eq("_id", welcome.id()),
                      Filters.eq(ASK, Objects.requireNonNull(welcome.ask()).toString())),
                  Updates.combine(
                      over,
                      ends
                          ? Updates.combine(
                              Updates.set(END, result.word()),
                              Updates.unset(LOOK_AT),
                              Updates.inc(REV, 1L))
                          : lookAgain())));
        });
    write(writes);
  }

  private static Bson lookAgain() {
    return Updates.combine(Updates.set(LOOK_AT, AT_ONCE), Updates.inc(REV, 1L));
  }

  private static WriteModel<Document> as(Welcome welcome, Bson update) {
    return new UpdateOneModel<>(
        Filters.and(Filters.eq("_id", welcome.id()), Filters.eq(REV, welcome.rev())), update);
  }

  private void write(List<WriteModel<Document>> writes) {
    if (!writes.isEmpty()) {
      welcomes.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }
  }

  private List<Welcome> find(Bson filter, String sort, int limit) {
    return welcomes
        .find(filter)
        .sort(Sorts.ascending(sort))
        .limit(limit)
        .map(Welcomes::read)
        .into(new ArrayList<>());
  }

  private static Welcome read(Document document) {
    return new Welcome(
        Objects.requireNonNull(document.get("_id", UUID.class)),
        Objects.requireNonNull(document.get(EVENT, UUID.class)),
        Objects.requireNonNull(document.get(PERSON, UUID.class)),
        Objects.requireNonNull(document.get(REV, Number.class)).longValue(),
        day(document, ASK),
        document.getBoolean(TAKEN_BACK, false),
        day(document, "asked"),
        document.containsKey(END));
  }

  private static @Nullable LocalDate day(Document document, String field) {
    var day = document.getString(field);
    return day == null ? null : LocalDate.parse(day);
  }
}
