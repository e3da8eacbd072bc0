package dev.rapport.followup.list;

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
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.store.Concerned;
import dev.rapport.messaging.Claims;
import dev.rapport.messaging.Indexing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A document per owner with a wake-up of its own. */
public final class OwnerLists implements Concerned {

  private static final String WAKE_AT = "wakeAt";
  private static final String WOKEN = "woken";
  private static final String ASK = "ask";
  private static final String ASK_ITEMS = "ask.items";
  private static final String ASK_SLOT = "ask.slot";
  private static final String RETRY_AT = "retryAt";

  private static final Date AT_ONCE = new Date(0);

  private final MongoCollection<Document> lists;

  /** Takes the database that holds them. */
  public OwnerLists(MongoDatabase database) {
    this.lists = database.getCollection("lists");
    Indexing.make(
        lists,
        List.of(
            new IndexModel(
                Indexes.ascending(WAKE_AT),
                new IndexOptions()
                    .name("wake")
                    .partialFilterExpression(Filters.exists(WAKE_AT, true))),
            new IndexModel(
                Indexes.ascending(RETRY_AT),
                new IndexOptions()
                    .name("retry")
                    .partialFilterExpression(Filters.exists(RETRY_AT, true)))));
  }

  /** Sees to it that these owners' lists are looked at, at this moment at the latest. */
  public void wake(Collection<UUID> owners, Instant at) {
    write(owners.stream().map(owner -> wake(owner, at)).toList());
  }

  /**
   * These are no longer with their owners. Mails that are asked for and name them are asked for
   * again at once, without them; a list that is being looked at is looked at again.
   */
  public void left(Collection<FollowUp> followUps) {
    left(
        followUps.stream().map(FollowUp::owner).distinct().toList(),
        followUps.stream().map(FollowUp::id).toList());
  }

  /** The same of these owners' items, whatever they are about. */
  public void left(Collection<UUID> ofOwners, Collection<UUID> items) {
    askAgain(ofOwners, Filters.in(ASK_ITEMS, items));
  }

  /** Whatever these were to be told of each other is asked for again at once, as it is now. */
  @Override
  public void parted(Collection<UUID> people) {
    askAgain(people, Filters.exists(ASK, true));
  }

  private void askAgain(Collection<UUID> ofOwners, Bson asked) {
    var owners = Filters.in("_id", ofOwners);
    lists.updateMany(owners, Updates.inc(WOKEN, 1L));
    lists.updateMany(Filters.and(owners, asked), Updates.set(RETRY_AT, AT_ONCE));
  }

  /** Forgets an erased person's list. */
  @Override
  public void erased(Collection<UUID> owners) {
    lists.deleteMany(Filters.in("_id", owners));
  }

  /** Those to look at now; one that is asked for is looked at once the answer is there. */
  List<OwnerList> awake(Instant now, int limit) {
    return find(
        Filters.and(Filters.lte(WAKE_AT, Date.from(now)), Filters.exists(ASK, false)),
        WAKE_AT,
        limit);
  }

  List<OwnerList> unanswered(Instant machineNow, int limit) {
    return find(Filters.lte(RETRY_AT, Date.from(machineNow)), RETRY_AT, limit);
  }

  /** Puts off those that have nothing to tell today; those without a moment sleep until woken. */
  void putOff(Map<UUID, OwnerList> read, Map<UUID, Instant> next) {
    var writes = new ArrayList<WriteModel<Document>>();
    read.forEach(
        (owner, list) -> {
          var at = next.get(owner);
          var update = at == null ? Updates.unset(WAKE_AT) : Updates.set(WAKE_AT, Date.from(at));
          // Who was woken meanwhile stays awake: there may be something new to tell.
          writes.add(new UpdateOneModel<>(asRead(list), update));
        });
    write(writes);
  }

  /** Claims the day for these lists unless they were woken; returns whose this call got. */
  Set<UUID> claim(Map<OwnerList, OwnerList.Ask> asks, Instant retryAt) {
    var token = UUID.randomUUID();
    var owners = asks.keySet().stream().map(OwnerList::owner).toList();
    var writes = new ArrayList<WriteModel<Document>>();
    asks.forEach(
        (list, ask) ->
            writes.add(
                new UpdateOneModel<>(
                    Filters.and(
                        asRead(list),
                        Filters.exists(ASK, false),
                        Filters.ne("asked", ask.slot().toString())),
                    Updates.combine(
                        Updates.set(ASK, document(ask)),
                        Updates.set("asked", ask.slot().toString()),
                        Updates.set(RETRY_AT, Date.from(retryAt)),
                        Updates.set(Claims.CLAIM, token),
                        Updates.unset(WAKE_AT)))));
    write(writes);
    var ours = new HashSet<UUID>();
    if (!asks.isEmpty()) {
      lists
          .find(Filters.and(Filters.in("_id", owners), Filters.eq(Claims.CLAIM, token)))
          .forEach(document -> ours.add(required(document.get("_id", UUID.class))));
    }
    return ours;
  }

  /** Sets when to ask again, in machine time, unless something has left the list meanwhile. */
  void retryAt(Map<OwnerList, Instant> next) {
    var writes = new ArrayList<WriteModel<Document>>();
    next.forEach(
        (list, at) ->
            writes.add(new UpdateOneModel<>(asRead(list), Updates.set(RETRY_AT, Date.from(at)))));
    write(writes);
  }

  /** These items were taken back before the mail went out. */
  void without(Map<OwnerList, Set<UUID>> takenBack) {
    var writes = new ArrayList<WriteModel<Document>>();
    takenBack.forEach(
        (list, items) ->
            writes.add(
                new UpdateOneModel<>(
                    asAsked(list), Updates.pullAll(ASK_ITEMS, List.copyOf(items)))));
    write(writes);
  }

  /** Mails were answered: the next are looked for on the next day; true where it is told. */
  void answered(Map<OwnerList, Boolean> answers) {
    var writes = new ArrayList<WriteModel<Document>>();
    answers.forEach(
        (list, told) -> {
          var ask = required(list.ask());
          writes.add(new UpdateOneModel<>(asAsked(list), answered(ask, told)));
        });
    write(writes);
  }

  private static Bson asRead(OwnerList list) {
    return Filters.and(Filters.eq("_id", list.owner()), Filters.eq(WOKEN, list.woken()));
  }

  private static Bson asAsked(OwnerList list) {
    var ask = required(list.ask());
    return Filters.and(
        Filters.eq("_id", list.owner()), Filters.eq(ASK_SLOT, ask.slot().toString()));
  }

  private static Bson answered(OwnerList.Ask ask, boolean told) {
    var next = ask.slot().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    var over =
        Updates.combine(
            Updates.unset(ASK),
            Updates.unset(RETRY_AT),
            Updates.unset(Claims.CLAIM),
            Updates.min(WAKE_AT, Date.from(next)),
            Updates.inc(WOKEN, 1L));
    return told
        ? Updates.combine(
            over,
            Updates.set("told", ask.slot().toString()),
            Updates.set("toldAt", Date.from(ask.at())),
            Updates.set("toldOf", ask.items()))
        : over;
  }

  List<OwnerList> of(Collection<UUID> owners) {
    return find(Filters.in("_id", owners), "_id", owners.size());
  }

  private List<OwnerList> find(Bson filter, String sort, int limit) {
    return lists
        .find(filter)
        .sort(Sorts.ascending(sort))
        .limit(limit)
        .map(OwnerLists::read)
        .into(new ArrayList<>());
  }

  private static WriteModel<Document> wake(UUID owner, Instant at) {
    return new UpdateOneModel<>(
        Filters.eq("_id", owner),
        Updates.combine(Updates.min(WAKE_AT, Date.from(at)), Updates.inc(WOKEN, 1L)),
        new UpdateOptions().upsert(true));
  }

  private void write(List<WriteModel<Document>> writes) {
    if (!writes.isEmpty()) {
      lists.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }
  }

  private static Document document(OwnerList.Ask ask) {
    return new Document("slot", ask.slot().toString())
        .append("items", ask.items())
        .append("at", Date.from(ask.at()));
  }

  private static OwnerList read(Document document) {
    var ask = document.get(ASK, Document.class);
    return new OwnerList(
        required(document.get("_id", UUID.class)),
        instant(document, WAKE_AT),
        ask == null
            ? null
            : new OwnerList.Ask(
                LocalDate.parse(required(ask.getString("slot"))),
                ask.getList("items", UUID.class),
                required(instant(ask, "at"))),
        day(document, "asked"),
        day(document, "told"),
        instant(document, "toldAt"),
        Set.copyOf(document.getList("toldOf", UUID.class, List.of())),
        document.get(WOKEN, 0L));
  }

  private static @Nullable LocalDate day(Document document, String field) {
    var day = document.getString(field);
    return day == null ? null : LocalDate.parse(day);
  }

  private static @Nullable Instant instant(Document document, String field) {
    var date = document.getDate(field);
    return date == null ? null : date.toInstant();
  }

  private static <T> T required(@Nullable T value) {
    return Objects.requireNonNull(value, "A stored list lacks a field");
  }
}
