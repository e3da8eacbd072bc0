package dev.rapport.contacts.roster;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Which events people attend, and how these are called: what pages say of them. */
@Component
public class Agenda {

  private final MongoCollection<Document> events;
  private final MongoCollection<Document> attendances;

  Agenda(MongoDatabase database) {
    this.events = database.getCollection(Roster.EVENTS);
    this.attendances = database.getCollection(Roster.ATTENDANCES);
  }

  /**
   * An event.
   *
   * @param organiser the platform's identifier of whose event it is
   * @param externalId the platform's identifier of it
   * @param over when nothing about it can change any more
   */
  public record Entry(
      UUID id,
      String organiser,
      String externalId,
      String name,
      ZoneId zone,
      Instant starts,
      Instant over) {}

  /** Returns what is known of these events. */
  public Map<UUID, Entry> of(Collection<UUID> ids) {
    var found = new HashMap<UUID, Entry>();
    if (!ids.isEmpty()) {
      // A copy from before names were kept is replaced by the event's next word.
      events
          .find(Filters.and(Filters.in("_id", ids), Filters.exists("name", true)))
          .map(Agenda::read)
          .forEach(entry -> found.put(entry.id(), entry));
    }
    return found;
  }

  /** Returns the events that a person attends and that are not over, the first first. */
  public List<Entry> ahead(UUID person, Instant now) {
    var ids = new HashSet<UUID>();
    attendances
        .find(Filters.and(Filters.eq("person", person), Filters.ne("cancelled", true)))
        .projection(Projections.include("event"))
        .forEach(document -> ids.add(Objects.requireNonNull(document.get("event", UUID.class))));
    return of(ids).values().stream()
        .filter(entry -> entry.over().isAfter(now))
        .sorted(Comparator.comparing(Entry::starts).thenComparing(Entry::id))
        .toList();
  }

  private static Entry read(Document document) {
    var until = Duration.ofSeconds(document.getLong("reportsUntil"));
    return new Entry(
        Objects.requireNonNull(document.get("_id", UUID.class)),
        document.get("organiser", ""),
        document.get("externalId", ""),
        document.get("name", ""),
        ZoneId.of(document.get("zone", "UTC")),
        document.getDate("starts").toInstant(),
        document.getDate("ends").toInstant().plus(until));
  }
}
