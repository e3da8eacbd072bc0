package dev.rapport.contacts.roster;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import dev.rapport.contacts.roster.EventsMessages.AttendanceChanged;
import dev.rapport.contacts.roster.EventsMessages.EventChanged;
import dev.rapport.messaging.Ids;
import dev.rapport.messaging.Indexing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * This service's copy of events and badges. Badge codes are kept under the installation's key only,
 * so the copy holds no direct identifier and can outlive a person's erasure: a late scan of their
 * badge is still known as theirs, and refused.
 */
@Component
public class Roster {

  static final String EVENTS = "events";
  static final String ATTENDANCES = "attendances";

  private static final BulkWriteOptions EACH_FOR_ITSELF = new BulkWriteOptions().ordered(false);

  private final Ids ids;
  private final MongoCollection<Document> events;
  private final MongoCollection<Document> attendances;

  Roster(Ids ids, MongoDatabase database) {
    this.ids = ids;
    this.events = database.getCollection(EVENTS);
    this.attendances = database.getCollection(ATTENDANCES);
    Indexing.make(
        attendances,
        List.of(
            new IndexModel(Indexes.ascending("badges.key")),
            new IndexModel(Indexes.ascending("person"))));
  }

  /** A badge's code at an event, as it is kept. */
  public UUID badge(UUID event, String code) {
    return ids.of("badge", event, code);
  }

  /** Returns when an event takes reports, or null while it is not known here. */
  public @Nullable EventTimes event(UUID event) {
    var document = events.find(Filters.eq("_id", event)).first();
    return document == null
        ? null
        : new EventTimes(
            at(document, "starts"),
            at(document, "ends"),
            Duration.ofSeconds(document.getLong("reportsUntil")),
            document.getBoolean("cancelled", false),
            Duration.ofMillis(
                document.get("sensedAtLeast", EventTimes.SENSED_AT_LEAST.toMillis())));
  }

  /** A scanned badge and when. */
  public record Scanned(UUID badge, Instant at) {}

  /** Returns whose badges were scanned, as far as that can be told. */
  public Map<Scanned, UUID> holders(Collection<Scanned> scans) {
    if (scans.isEmpty()) {
      return Map.of();
    }
    var worn = worn(scans.stream().map(Scanned::badge).collect(Collectors.toSet()));
    var holders = new HashMap<Scanned, UUID>();
    for (var scan : scans) {
      var holder = Badge.holder(worn.getOrDefault(scan.badge(), List.of()), scan.at());
      if (holder != null) {
        holders.put(scan, holder);
      }
    }
    return holders;
  }

  /** Returns every badge that a person ever had. */
  public Set<UUID> badgesOf(Collection<UUID> people) {
    var badges = new HashSet<UUID>();
    attendances
        .find(Filters.in("person", people))
        .forEach(document -> badges(document).forEach(b -> badges.add(key(b))));
    return badges;
  }

  /** Whether a person was ever said to attend an event. */
  public boolean knows(UUID person) {
    return attendances.find(Filters.eq("person", person)).first() != null;
  }

  private Map<UUID, List<Badge>> worn(Set<UUID> badges) {
    var worn = new HashMap<UUID, List<Badge>>();
    attendances
        .find(Filters.in("badges.key", badges))
        .forEach(
            document ->
                badges(document)
                    .forEach(
                        badge ->
                            worn.computeIfAbsent(key(badge), k -> new ArrayList<>())
                                .add(read(document, badge))));
    return worn;
  }

  private static Badge read(Document document, Document badge) {
    var to = badge.getDate("to");
    return new Badge(
        Objects.requireNonNull(document.get("person", UUID.class)),
        at(badge, "from"),
        to == null ? null : to.toInstant());
  }

  /** Keeps what events have become. */
  public void keepEvents(Collection<EventChanged> changed) {
    write(
        events,
        changed.stream()
            .map(
                event ->
                    new Document("_id", event.event())
                        .append("rev", event.rev())
                        .append("organiser", event.organiser())
                        .append("externalId", event.externalId())
                        .append("name", event.name())
                        .append("zone", event.zone().getId())
                        .append("sensedAtLeast", sensedAtLeast(event.policy()).toMillis())
                        .append("starts", Date.from(event.starts()))
                        .append("ends", Date.from(event.ends()))
                        .append("reportsUntil", event.policy().reportsUntil().toSeconds())
                        .append("cancelled", event.state() == EventsMessages.State.cancelled))
            .toList());
  }

  private static Duration sensedAtLeast(EventsMessages.Policy policy) {
    var least = policy.sensedAtLeast();
    return least == null ? EventTimes.SENSED_AT_LEAST : least;
  }

  /**
   * Keeps what attendances have become; returns the badges among them. A history of badges only
   * grows; one that is empty now was emptied by an erasure, and what was known of it stays.
   */
  public Set<UUID> keepAttendances(Collection<AttendanceChanged> changed) {
    var documents = changed.stream().map(this::document).toList();
    write(attendances, documents);
    return documents.stream()
        .flatMap(document -> badges(document).stream())
        .map(Roster::key)
        .collect(Collectors.toSet());
  }

  private Document document(AttendanceChanged attendance) {
    var badges = new ArrayList<Document>();
    for (var worn : attendance.badges()) {
      var badge =
          new Document("key", badge(attendance.event(), worn.code()))
              .append("from", Date.from(worn.from()));
      var to = worn.to();
      badges.add(to == null ? badge : badge.append("to", Date.from(to)));
    }
    return new Document("_id", attendance.attendance())
        .append("event", attendance.event())
        .append("person", attendance.person())
        .append("rev", attendance.rev())
        .append("cancelled", attendance.cancelled())
        .append("badges", badges);
  }

  /** Replaces what is older; a newer or the same state stays (its insert is a duplicate). */
  private static void write(MongoCollection<Document> copies, List<Document> documents) {
    if (documents.isEmpty()) {
      return;
    }
    var writes = documents.stream().map(Roster::write).toList();
    for (var round = 0; ; round++) {
      try {
        copies.bulkWrite(writes, EACH_FOR_ITSELF);
        return;
      } catch (MongoBulkWriteException e) {
        if (e.getWriteErrors().stream().anyMatch(error -> error.getCode() != 11_000)) {
          throw e;
        }
        // Another instance may have inserted an older state in between: the second round sees it.
        if (round > 0) {
          return;
        }
      }
    }
  }

  private static WriteModel<Document> write(Document document) {
    var older =
        Filters.and(Filters.eq("_id", document.get("_id")), Filters.lt("rev", document.get("rev")));
    if (document.containsKey("badges") && badges(document).isEmpty()) {
      var rest = new Document(document);
      rest.remove("_id");
      rest.remove("badges");
      return new UpdateOneModel<>(
          older,
          Updates.combine(new Document("$set", rest), Updates.setOnInsert("badges", List.of())),
          new UpdateOptions().upsert(true));
    }
    return new ReplaceOneModel<>(older, document, new ReplaceOptions().upsert(true));
  }

  private static List<Document> badges(Document document) {
    return document.getList("badges", Document.class, List.of());
  }

  private static UUID key(Document badge) {
    return Objects.requireNonNull(badge.get("key", UUID.class));
  }

  private static Instant at(Document document, String field) {
    return Objects.requireNonNull(document.getDate(field)).toInstant();
  }
}
