package dev.rapport.notification.directory;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** The copies of events, newest revision each. */
@Component
public class Events {

  private final MongoCollection<Document> documents;
  private final Copies copies;

  Events(MongoDatabase database) {
    documents = database.getCollection("events");
    copies = new Copies(documents);
  }

  void store(List<EventChanged> changed) {
    copies.store(
        changed.stream()
            .map(
                event ->
                    new Document("_id", event.event())
                        .append("rev", event.rev())
                        .append("name", event.name())
                        .append("zone", event.zone())
                        .append("senderName", event.sender().name())
                        .append("senderAddress", event.sender().address())
                        .append("organiser", event.organiser())
                        .append("externalId", event.externalId())
                        .append("held", Boolean.TRUE.equals(event.held())))
            .toList());
  }

  /** Returns those of these events that were ever heard of. */
  public Map<UUID, Event> find(Collection<UUID> ids) {
    var found = new HashMap<UUID, Event>();
    for (var document : documents.find(Filters.in("_id", ids))) {
      var id = Objects.requireNonNull(document.get("_id", UUID.class));
      ZoneId zone = People.zone(document.getString("zone"));
      found.put(
          id,
          new Event(
              id,
              document.get("name", ""),
              zone == null ? ZoneOffset.UTC : zone,
              document.get("senderName", ""),
              document.get("senderAddress", ""),
              document.getString("organiser"),
              document.getString("externalId"),
              document.getBoolean("held", false)));
    }
    return found;
  }
}
