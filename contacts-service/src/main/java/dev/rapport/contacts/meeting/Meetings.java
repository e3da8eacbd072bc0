package dev.rapport.contacts.meeting;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import dev.rapport.messaging.Ids;
import dev.rapport.messaging.Indexing;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.Outbox;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** The meetings, and every change of them; each is one write, sent soon after. */
@Component
public class Meetings {

  /** The collection. */
  public static final String COLLECTION = "meetings";

  private static final BulkWriteOptions EACH_FOR_ITSELF = new BulkWriteOptions().ordered(false);
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  /** Two requests may both insert; the loser's second try updates. More means another cause. */
  private static final int ROUNDS = 5;

  private final Ids ids;
  private final MongoCollection<Document> meetings;
  private final Blocks blocks;
  private final Telling telling;
  private final Dirty dirty;
  private final MachineClock clock;

  Meetings(
      Ids ids,
      MongoDatabase database,
      Blocks blocks,
      Telling telling,
      Dirty dirty,
      MachineClock clock) {
    this.ids = ids;
    this.meetings = database.getCollection(COLLECTION);
    this.blocks = blocks;
    this.telling = telling;
    this.dirty = dirty;
    this.clock = clock;
    Indexing.make(
        meetings,
        List.of(
            // A key stands for one report only, whomever it names; an erasure does not free it.
            new IndexModel(
                Indexes.ascending("reports.id"),
                new IndexOptions()
                    .unique(true)
                    .partialFilterExpression(Filters.exists("reports.id", true))),
            new IndexModel(Indexes.ascending("people")),
            // Counting an event reads this index and no document.
            new IndexModel(Indexes.ascending("event", "now.counts", "rev"))));
  }

  /**
   * Adds each report to its meeting, unless it is there. A report whose id stands in another
   * meeting changes nothing; {@link #find} tells.
   */
  public void add(Collection<Report> reports) {
    if (reports.isEmpty()) {
      return;
    }
    reports.stream().map(Report::event).distinct().forEach(dirty::mark);
    var pairs = reports.stream().map(Report::pair).collect(Collectors.toSet());
    var blocked = blocks.among(pairs);
    var writes = new ArrayList<UpdateOneModel<Document>>(reports.size());
    for (var report : reports) {
      writes.add(
          new UpdateOneModel<>(
              Filters.eq("_id", report.meeting(ids)),
              Derivation.adding(report, blocked.contains(report.pair()), clock.now()),
              UPSERT));
    }
    write(writes);
    // A block that came in between has not seen a meeting that is new.
    for (var pair : blocks.among(pairs)) {
      if (!blocked.contains(pair)) {
        blocks.apply(pair);
      }
    }
    telling.soon(reports.stream().map(report -> report.meeting(ids)).collect(Collectors.toSet()));
    reports.stream().map(Report::event).distinct().forEach(dirty::mark);
  }

  /** The meeting that a report belongs to. */
  public UUID idOf(Report report) {
    return report.meeting(ids);
  }

  private void write(List<UpdateOneModel<Document>> writes) {
    var open = writes;
    for (var round = 0; !open.isEmpty(); round++) {
      try {
        meetings.bulkWrite(open, EACH_FOR_ITSELF);
        return;
      } catch (MongoBulkWriteException e) {
        if (round == ROUNDS || e.getWriteConcernError() != null) {
          throw e;
        }
        open = lostRaces(open, e);
      }
    }
  }

  /** A duplicate {@code _id} lost a race; one of another index is a key that is used already. */
  private static List<UpdateOneModel<Document>> lostRaces(
      List<UpdateOneModel<Document>> writes, MongoBulkWriteException e) {
    var again = new ArrayList<UpdateOneModel<Document>>();
    for (var error : e.getWriteErrors()) {
      if (error.getCode() != 11_000) {
        throw e;
      }
      if (error.getMessage().contains("index: _id_ ")) {
        again.add(writes.get(error.getIndex()));
      }
    }
    return again;
  }

  /** Returns the entries of these reports, as far as they stand in a meeting. */
  public Map<UUID, Entry> find(Collection<UUID> reports) {
    var entries = new HashMap<UUID, Entry>();
    if (reports.isEmpty()) {
      return entries;
    }
    var asked = new HashSet<>(reports);
    meetings
        .find(Filters.in("reports.id", asked))
        .forEach(
            document -> {
              for (var report : document.getList("reports", Document.class)) {
                if (asked.contains(StoredMeeting.uuid(report, "id"))) {
                  entries.put(StoredMeeting.uuid(report, "id"), entry(document, report));
                }
              }
            });
    return entries;
  }

  private static Entry entry(Document document, Document report) {
    var meeting = StoredMeeting.of(document);
    return new Entry(
        StoredMeeting.uuid(report, "id"),
        meeting.id(),
        meeting.event(),
        meeting.people().get(report.getInteger("by")),
        report.get("body", UUID.class),
        report.get("token", UUID.class),
        report.getBoolean("undone", false));
  }

  /** Marks reports as mistakes, where they stand in a meeting; returns how they stand then. */
  public Map<UUID, Entry> undo(Collection<UUID> reports) {
    var standing = find(reports);
    if (standing.isEmpty()) {
      return standing;
    }
    standing.values().forEach(entry -> dirty.mark(entry.event()));
    var writes = new ArrayList<UpdateOneModel<Document>>();
    for (var entry : standing.values()) {
      writes.add(
          new UpdateOneModel<>(
              Filters.eq("reports.id", entry.report()),
              Derivation.undoing(entry.report(), clock.now())));
    }
    write(writes);
    telling.soon(standing.values().stream().map(Entry::meeting).collect(Collectors.toSet()));
    standing.values().forEach(entry -> dirty.mark(entry.event()));
    return find(reports);
  }

  /**
   * Returns those of these meetings that a person has reported already, or whose two are parted by
   * a block.
   */
  public Set<UUID> reportedOrParted(UUID person, Map<UUID, Pair> asked) {
    var over = new HashSet<UUID>();
    var parted = blocks.among(asked.values());
    asked.forEach(
        (id, pair) -> {
          if (parted.contains(pair)) {
            over.add(id);
          }
        });
    meetings
        .find(Filters.in("_id", asked.keySet()))
        .forEach(
            document -> {
              var side = document.getList("people", UUID.class).indexOf(person);
              for (var report : document.getList("reports", Document.class)) {
                if (report.getInteger("by") == side && !report.getBoolean("undone", false)) {
                  over.add(StoredMeeting.uuid(document, "_id"));
                }
              }
            });
    return over;
  }

  /** Whether anything here names one of these people. */
  public boolean knows(Collection<UUID> people) {
    return meetings.find(Filters.in("people", people)).first() != null;
  }

  /**
   * Leaves a counted stub of each meeting of a person: event, people, whether it counts, whose
   * reports. What is not sent yet is sent first, for a stub has nothing left to say.
   *
   * @throws dev.rapport.messaging.NotSent if the broker is away; nothing is lost, repeat it
   */
  public void erase(UUID person) {
    var left = Filters.and(Filters.eq("people", person), Filters.ne("erased", true));
    for (var round = 0; round < ROUNDS; round++) {
      meetings.updateMany(
          Filters.and(left, Filters.exists(Outbox.PENDING_REV, false)), Derivation.stub());
      var pending = ids(left);
      if (pending.isEmpty()) {
        return;
      }
      telling.now(pending);
    }
    throw new IllegalStateException("Meetings of an erased person kept changing; repeat");
  }

  private Set<UUID> ids(org.bson.conversions.Bson filter) {
    return meetings
        .find(filter)
        .projection(new Document("_id", 1))
        .map(document -> StoredMeeting.uuid(document, "_id"))
        .into(new HashSet<>());
  }
}
