package dev.rapport.followup.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.rapport.followup.plan.Event;
import dev.rapport.followup.plan.Word;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The events that this service has heard of. */
public final class Events {

  /** The revision that its follow-ups follow; absent until they do. */
  private static final String FOLLOWED = "followed";

  private final MongoCollection<Document> events;
  private final Copies<Event> copies;

  /** Takes the database that holds them. */
  public Events(MongoDatabase database) {
    this.events = database.getCollection("events");
    this.copies = new Copies<>(events, Events::read);
  }

  /** Keeps what is newer. */
  public void store(Collection<Event> events) {
    copies.store(events.stream().map(Events::document).toList());
  }

  /** Returns those that are known. */
  public Map<UUID, Event> byId(Collection<UUID> ids) {
    return copies.byId(ids);
  }

  /** Returns those whose follow-ups are still counted, after the given id. */
  public List<Event> notClosed(@Nullable UUID after, int limit) {
    var open = Filters.nin("state", Event.State.CLOSED.word());
    var filter = after == null ? open : Filters.and(open, Filters.gt("_id", after));
    return copies.find(filter, Sorts.ascending("_id"), limit);
  }

  /** Returns those that changed since their follow-ups were last planned by them. */
  public List<Event> toFollow(int limit) {
    return copies.find(Filters.exists(FOLLOWED, false), Sorts.ascending("_id"), limit);
  }

  /** Its follow-ups are planned by this revision, unless it has moved on. */
  public void followed(Event event) {
    events.updateOne(
        Filters.and(Filters.eq("_id", event.id()), Filters.eq("rev", event.rev())),
        Updates.set(FOLLOWED, event.rev()));
  }

  private static Document document(Event event) {
    var policy = event.policy();
    return new Document("_id", event.id())
        .append("rev", event.rev())
        .append("policyRev", event.policyRev())
        .append("organiser", event.organiser())
        .append("externalId", event.externalId())
        .append("name", event.name())
        .append("starts", Date.from(event.starts()))
        .append("ends", Date.from(event.ends()))
        .append("zone", event.zone().getId())
        .append("state", event.state().word())
        .append("held", event.held())
        .append("followUpWithin", policy.followUpWithin().toString())
        .append("lateGrace", policy.lateGrace().toString())
        .append("wakingFrom", policy.wakingFrom().toString())
        .append("wakingTo", policy.wakingTo().toString())
        .append("listDays", policy.listDays());
  }

  /** A copy from before starts were kept is replaced by the next word of the event. */
  private static Instant starts(Document document) {
    var starts = document.getDate("starts");
    return starts == null ? FollowUpDocument.required(document, "ends") : starts.toInstant();
  }

  private static Event read(Document document) {
    return new Event(
        FollowUpDocument.uuid(document, "_id"),
        FollowUpDocument.number(document, "rev"),
        FollowUpDocument.number(document, "policyRev"),
        FollowUpDocument.text(document, "organiser"),
        FollowUpDocument.text(document, "externalId"),
        FollowUpDocument.text(document, "name"),
        starts(document),
        FollowUpDocument.required(document, "ends"),
        ZoneId.of(FollowUpDocument.text(document, "zone")),
        new Event.Policy(
            Duration.parse(FollowUpDocument.text(document, "followUpWithin")),
            Duration.parse(FollowUpDocument.text(document, "lateGrace")),
            LocalTime.parse(FollowUpDocument.text(document, "wakingFrom")),
            LocalTime.parse(FollowUpDocument.text(document, "wakingTo")),
            document.getList("listDays", Integer.class, List.of())),
        Word.of(Event.State.class, FollowUpDocument.text(document, "state")),
        document.getBoolean("held", false));
  }
}
