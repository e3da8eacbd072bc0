package dev.rapport.followup.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import dev.rapport.followup.plan.Answer;
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.plan.State;
import dev.rapport.followup.plan.State.Settled;
import dev.rapport.messaging.Claims;
import dev.rapport.messaging.Indexing;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.Outbox;
import dev.rapport.messaging.WorkSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The follow-ups' documents. A change is a pure function of what is stored; it is written only
 * where the revision is still the one that was read, and tried again where it is not, so the
 * function must give the same when it is applied to its own result.
 */
public final class FollowUps {

  /** A decision about one follow-up; null in means it is not there, null out leaves it so. */
  @FunctionalInterface
  public interface Decision {
    /** Returns what it is to be next. */
    @Nullable FollowUp next(UUID id, @Nullable FollowUp current);
  }

  /**
   * Makes the decisions of one try, after the follow-ups are read: what it reads then is at least
   * as new as they are, and a change of both in between makes the write fail and the try be
   * repeated.
   */
  @FunctionalInterface
  public interface Deciding {
    /** Returns the decision about each. */
    Decision about(Collection<FollowUp> current);
  }

  private static final int DUPLICATE_KEY = 11_000;

  private final MongoCollection<Document> documents;
  private final MachineClock clock;
  private final WorkSettings settings;

  /** Takes the database that holds them. */
  public FollowUps(MongoDatabase database, MachineClock clock, WorkSettings settings) {
    this.documents = database.getCollection("followUps");
    this.clock = clock;
    this.settings = settings;
    Indexing.make(documents, FollowUpIndexes.all());
  }

  /** The collection, for what reads it in its own way: the outbox and the count. */
  public MongoCollection<Document> documents() {
    return documents;
  }

  /** Returns those that are there. */
  public Map<UUID, FollowUp> byId(Collection<UUID> ids) {
    var found = new HashMap<UUID, FollowUp>();
    readAll(ids).forEach((id, document) -> found.put(id, FollowUpDocument.read(document)));
    return found;
  }

  /** Returns those that match. */
  public List<FollowUp> find(Bson filter, Bson sort, int limit) {
    return documents
        .find(filter)
        .sort(sort)
        .limit(limit)
        .map(FollowUpDocument::read)
        .into(new ArrayList<>());
  }

  /** A follow-up as it was, null when it is new, and as it is now. */
  public record Change(@Nullable FollowUp before, FollowUp after) {}

  /**
   * What came of decisions.
   *
   * @param all the follow-ups as they are now, changed or not
   * @param changes those of them that were written
   * @param owing those of which the others are to be told outcome or answer
   */
  public record Changed(Map<UUID, FollowUp> all, Collection<Change> changes, Set<UUID> owing) {}

  /**
   * Writes the decisions in as few bulks as it takes.
   *
   * @param beforeWrite sees what is about to be written, each time it is tried
   */
  public Changed change(
      Collection<UUID> ids, Deciding deciding, Consumer<List<Change>> beforeWrite) {
    var changes = new HashMap<UUID, Change>();
    var owing = new HashSet<UUID>();
    while (true) {
      var result = new HashMap<UUID, FollowUp>();
      var tried = new ArrayList<Change>();
      var writes = new ArrayList<WriteModel<Document>>();
      var stored = readAll(ids);
      var currents = new HashMap<UUID, FollowUp>();
      stored.forEach((id, document) -> currents.put(id, FollowUpDocument.read(document)));
      var decision = deciding.about(currents.values());
      for (var id : ids) {
        var before = stored.get(id);
        var current = currents.get(id);
        var next = decision.next(id, current);
        if (next == null) {
          continue;
        }
        if (next.equals(current)) {
          result.put(id, current);
          continue;
        }
        var changed = next.next();
        result.put(id, changed);
        var change = new Change(current, changed);
        tried.add(change);
        changes.merge(id, change, (first, last) -> new Change(first.before(), last.after()));
        if (!said(current).equals(said(changed))) {
          owing.add(id);
        }
        writes.add(write(before, current, changed));
      }
      beforeWrite.accept(tried);
      if (allWritten(writes)) {
        return new Changed(result, changes.values(), owing);
      }
    }
  }

  /**
   * Claims scheduled follow-ups of one slot: the step to Due is the claim.
   *
   * @return those that this call got, as they are now
   */
  public List<FollowUp> claim(Collection<UUID> ids, LocalDate slot) {
    var token = UUID.randomUUID();
    var claimed =
        documents.updateMany(
            Filters.and(
                Filters.in("_id", ids),
                Filters.eq(FollowUpDocument.STATE, "scheduled"),
                Filters.eq(FollowUpDocument.SLOT, slot.toString())),
            Updates.combine(
                Updates.set(FollowUpDocument.STATE, "due"),
                Updates.unset(FollowUpDocument.DUE_AT),
                Updates.set(FollowUpDocument.RETRY_AT, Date.from(retryAt())),
                Updates.set(Claims.CLAIM, token),
                Updates.inc("rev", 1L)));
    return claimed.getModifiedCount() == 0
        ? List.of()
        : documents
            .find(Filters.and(Filters.in("_id", ids), Filters.eq(Claims.CLAIM, token)))
            .map(FollowUpDocument::read)
            .into(new ArrayList<>());
  }

  /** Sets when to ask again about those that are still due for this slot. */
  public void answerBy(Collection<UUID> ids, LocalDate slot, Instant machineTime) {
    if (!ids.isEmpty()) {
      documents.updateMany(
          Filters.and(
              Filters.in("_id", ids),
              Filters.eq(FollowUpDocument.STATE, "due"),
              Filters.eq(FollowUpDocument.SLOT, slot.toString()),
              Filters.exists("then", false)),
          Updates.set(FollowUpDocument.RETRY_AT, Date.from(machineTime)));
    }
  }

  /** Puts off when these are looked at again; those that moved on meanwhile are left alone. */
  public void retryAt(Collection<UUID> ids, Instant machineTime) {
    documents.updateMany(
        Filters.and(
            Filters.in("_id", ids), Filters.lte(FollowUpDocument.RETRY_AT, Date.from(clock.now()))),
        Updates.set(FollowUpDocument.RETRY_AT, Date.from(machineTime)));
  }

  /** Returns how many people have accepted each of these owners; nobody's are left out. */
  public Map<UUID, Long> acceptances(Collection<UUID> owners) {
    var counts = new HashMap<UUID, Long>();
    documents
        .aggregate(
            List.of(
                Aggregates.match(
                    Filters.and(
                        Filters.in("owner", owners),
                        Filters.eq(FollowUpDocument.ANSWER, Answer.Kind.ACCEPTED.word()))),
                Aggregates.group("$owner", Accumulators.sum("n", 1L))))
        .forEach(
            group ->
                counts.put(
                    FollowUpDocument.uuid(group, "_id"), FollowUpDocument.number(group, "n")));
    return counts;
  }

  /** How many match. */
  public long count(Bson filter) {
    return documents.countDocuments(filter);
  }

  /** Returns since when, in event time, the first is due that nobody has taken up, or null. */
  public @Nullable Instant firstDue(Instant now) {
    var first =
        documents
            .find(Filters.lte(FollowUpDocument.DUE_AT, Date.from(now)))
            .projection(Projections.include(FollowUpDocument.DUE_AT))
            .sort(Sorts.ascending(FollowUpDocument.DUE_AT))
            .first();
    return first == null ? null : FollowUpDocument.required(first, FollowUpDocument.DUE_AT);
  }

  private Instant retryAt() {
    return clock.now().plus(settings.retryAfter());
  }

  private Map<UUID, Document> readAll(Collection<UUID> ids) {
    var found = new HashMap<UUID, Document>();
    if (!ids.isEmpty()) {
      documents
          .find(Filters.in("_id", ids))
          .forEach(document -> found.put(FollowUpDocument.uuid(document, "_id"), document));
    }
    return found;
  }

  private WriteModel<Document> write(
      @Nullable Document before, @Nullable FollowUp current, FollowUp changed) {
    var document = FollowUpDocument.of(changed, retryAt());
    var pendingSince = before == null ? null : before.getDate(Outbox.PENDING_SINCE);
    if (pendingSince != null || !said(current).equals(said(changed))) {
      document
          .append(Outbox.PENDING_REV, changed.rev())
          .append(
              Outbox.PENDING_SINCE, pendingSince == null ? Date.from(clock.now()) : pendingSince);
    }
    if (current == null) {
      return new InsertOneModel<>(document);
    }
    return new ReplaceOneModel<>(
        Filters.and(Filters.eq("_id", changed.id()), Filters.eq("rev", current.rev())), document);
  }

  /** What followup-settled tells: a change of it is owed to the others. */
  private static List<Object> said(@Nullable FollowUp followUp) {
    State state = followUp == null ? null : followUp.state();
    var answer = followUp == null ? Answer.NONE : followUp.answer();
    return state instanceof Settled settled
        ? List.of(settled.outcome(), settled.at(), answer)
        : List.of(answer);
  }

  private boolean allWritten(List<WriteModel<Document>> writes) {
    if (writes.isEmpty()) {
      return true;
    }
    try {
      var result = documents.bulkWrite(writes, new BulkWriteOptions().ordered(false));
      return result.getMatchedCount() + result.getInsertedCount() == writes.size();
    } catch (MongoBulkWriteException e) {
      // Somebody else made the same follow-up first: read it and decide again.
      if (e.getWriteConcernError() != null
          || !e.getWriteErrors().stream().allMatch(w -> w.getCode() == DUPLICATE_KEY)) {
        throw e;
      }
      return false;
    }
  }
}
