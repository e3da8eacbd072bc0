package dev.rapport.notification.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import dev.rapport.messaging.Claims;
import dev.rapport.messaging.EventClock;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.Outbox;
import dev.rapport.notification.model.Purpose;
import dev.rapport.notification.model.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/**
 * The last mile in documents: claimed, marked as on the wire, answered. A claim that expires before
 * the mark is simply claimed again; one that expires after it may have been sent.
 */
@Component
public class Wire {

  static final String RECHECK = "recheck";

  private static final String ON_THE_WIRE = "onTheWire";
  private static final int LOGGED = 50;

  /** By the words themselves: neither sort must look at what waits for the other's sender. */
  private static final Bson MAILS = purposes(Purpose::isMail);

  private static final Bson INVITATIONS = purposes(purpose -> !purpose.isMail());

  private final MongoCollection<Document> documents;
  private final Claims claims;
  private final EventClock eventClock;
  private final MachineClock machineClock;

  Wire(MongoDatabase database, Claims claims, EventClock eventClock, MachineClock machineClock) {
    this.documents = database.getCollection(Notifications.COLLECTION);
    this.claims = claims;
    this.eventClock = eventClock;
    this.machineClock = machineClock;
  }

  /** Claims mails that are due, earliest first. */
  public List<Claimed> claim(int limit) {
    return claim(MAILS, limit);
  }

  /** Claims social invitations that are due, earliest first. */
  public List<Claimed> claimInvitations(int limit) {
    return claim(INVITATIONS, limit);
  }

  private static Bson purposes(Predicate<Purpose> which) {
    return Filters.in(
        "purpose", Arrays.stream(Purpose.values()).filter(which).map(Purpose::word).toList());
  }

  private List<Claimed> claim(Bson kind, int limit) {
    var due =
        Filters.and(
            Filters.eq("open", true),
            kind,
            Filters.lte("sendAt", Date.from(eventClock.now())),
            Filters.or(
                Filters.exists("retryAt", false),
                Filters.lte("retryAt", Date.from(machineClock.now()))));
    var update =
        Updates.combine(
            Updates.set("taken", true), Updates.unset(RECHECK), Updates.inc(Codec.VERSION, 1L));
    return claims.claim(documents, due, update, Sorts.ascending("sendAt"), limit).stream()
        .map(
            document ->
                new Claimed(
                    Codec.notification(document),
                    Codec.uuid(document, Claims.CLAIM),
                    document.get("rev", 0L),
                    document.containsKey(ON_THE_WIRE),
                    document.getList(Codec.TRACES, String.class, List.of())))
        .toList();
  }

  /**
   * Marks mails of one claim as on the wire, all in one write.
   *
   * @return the ids that are; the others were changed since the claim and must be looked at again
   */
  public Set<UUID> mark(List<Claimed> claimed) {
    return mark(claimed, List.of());
  }

  /** The same of social invitations, on the wire of a channel. */
  public Set<UUID> mark(List<Claimed> claimed, String channel) {
    return mark(claimed, List.of(Updates.set(Codec.CHANNEL, channel)));
  }

  private Set<UUID> mark(List<Claimed> claimed, List<Bson> also) {
    var token = claimed.getFirst().token();
    var ids = claimed.stream().map(Claimed::id).toList();
    var ours = Filters.and(Filters.in("_id", ids), Filters.eq(Claims.CLAIM, token));
    var onIt = Updates.set(ON_THE_WIRE, Date.from(machineClock.now()));
    var marked =
        documents.updateMany(
            Filters.and(ours, Filters.exists(RECHECK, false)),
            Updates.combine(and(also, onIt, Updates.inc(Codec.VERSION, 1L))));
    if (marked.getModifiedCount() == ids.size()) {
      return Set.copyOf(ids);
    }
    var onTheWire = new HashSet<UUID>();
    documents
        .find(Filters.and(ours, Filters.exists(ON_THE_WIRE, true)))
        .projection(Projections.include("_id"))
        .forEach(document -> onTheWire.add(Codec.uuid(document, "_id")));
    return onTheWire;
  }

  /** Writes what was found out; what is no longer claimed by the same token stays as it is. */
  public void write(List<Step> steps) {
    if (!steps.isEmpty()) {
      var now = eventClock.now();
      List<WriteModel<Document>> writes = steps.stream().map(s -> write(s, at(s, now))).toList();
      documents.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }
  }

  /**
   * What a server answered is told of the moment at which the mail started, however long it took.
   */
  private static Instant at(Step step, Instant now) {
    var attempt = step.attempt();
    return attempt == null ? now : attempt.eventAt();
  }

  private WriteModel<Document> write(Step step, Instant now) {
    var changes = new ArrayList<Bson>();
    var filters = new ArrayList<Bson>();
    changes.add(Updates.inc(Codec.VERSION, 1L));
    byResult(step.answers())
        .forEach(
            (result, followUps) -> {
              var name = "i" + filters.size();
              filters.add(
                  Filters.and(
                      Filters.in(name + ".followUp", followUps),
                      Filters.exists(name + ".result", false)));
              changes.add(Updates.set("items.$[" + name + "].result", result.word()));
              changes.add(Updates.set("items.$[" + name + "].answeredAt", Date.from(now)));
              changes.add(Updates.unset("items.$[" + name + "].words"));
              changes.add(Updates.unset("items.$[" + name + "].topics"));
            });
    if (!step.answers().isEmpty()) {
      var rev = step.claimed().rev() + 1;
      changes.add(Updates.set("rev", rev));
      changes.add(Outbox.pending(rev, machineClock));
    }
    var attempt = step.attempt();
    if (attempt != null) {
      if (attempt.isInDoubt()) {
        changes.add(Updates.inc("doubts", 1));
      }
      if (attempt.channel() != null) {
        changes.add(Updates.set(Codec.CHANNEL, attempt.channel()));
      }
      changes.add(
          Updates.pushEach(
              "attempts",
              List.of(attempt.document()),
              new com.mongodb.client.model.PushOptions().slice(-LOGGED)));
    }
    changes.addAll(claim(step.then()));
    return new UpdateOneModel<>(
        Filters.and(
            Filters.eq("_id", step.claimed().id()),
            Filters.eq(Claims.CLAIM, step.claimed().token())),
        Updates.combine(changes),
        new UpdateOptions().arrayFilters(filters));
  }

  private static Map<Result, List<UUID>> byResult(Map<UUID, Result> answers) {
    var byResult = new EnumMap<Result, List<UUID>>(Result.class);
    answers.forEach(
        (followUp, result) ->
            byResult.computeIfAbsent(result, r -> new ArrayList<>()).add(followUp));
    return byResult;
  }

  private static List<Bson> claim(Step.Then then) {
    var given = List.of(Claims.done(), Updates.unset(ON_THE_WIRE), Updates.unset(RECHECK));
    return switch (then) {
      case Step.Then.Keep() -> List.of();
      case Step.Then.Settle() -> and(given, Updates.unset("open"), Updates.unset("retryAt"));
      case Step.Then.Release() -> given;
      case Step.Then.Postpone(var at) -> and(given, Updates.set("retryAt", Date.from(at)));
      case Step.Then.Defer(var at) ->
          and(given, Updates.set("retryAt", Date.from(at)), Updates.inc("deferrals", 1));
      case Step.Then.Reroute(var refused) ->
          and(
              given,
              Updates.set(Codec.REFUSED, refused),
              Updates.unset("doubts"),
              Updates.unset("deferrals"),
              Updates.unset("retryAt"));
    };
  }

  private static List<Bson> and(List<Bson> first, Bson... more) {
    var all = new ArrayList<>(first);
    all.addAll(List.of(more));
    return all;
  }
}
