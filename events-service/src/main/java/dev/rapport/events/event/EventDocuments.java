package dev.rapport.events.event;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.rapport.events.life.Counts;
import dev.rapport.events.life.Dates;
import dev.rapport.events.life.Life;
import dev.rapport.events.life.State;
import dev.rapport.messaging.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Events as documents. {@code dueAt} (event time) is the next border that the clock crosses, {@code
 * retryAt} (machine time) the next look at counts; what has neither waits for the organiser or a
 * count.
 */
final class EventDocuments {

  static final String DUE_AT = "dueAt";
  static final String RETRY_AT = "retryAt";

  private EventDocuments() {}

  static List<IndexModel> indexes() {
    return List.of(
        new IndexModel(Indexes.ascending("organiser", "_id"), new IndexOptions().name("organiser")),
        new IndexModel(Indexes.ascending("state"), new IndexOptions().name("state")),
        sparse(DUE_AT),
        sparse(RETRY_AT));
  }

  private static IndexModel sparse(String field) {
    return new IndexModel(
        Indexes.ascending(field),
        new IndexOptions().name(field).partialFilterExpression(Filters.exists(field, true)));
  }

  /** Matches the document only as it was read, the counts in it included. */
  static Bson asRead(Event event) {
    return Filters.and(
        Filters.eq("_id", event.id().value()),
        Filters.eq("rev", event.rev()),
        Filters.eq(
            "meetings.rev",
            event.counts().meetings() instanceof Counts.Meetings m ? m.rev() : null),
        Filters.eq(
            "progress.rev",
            event.counts().progress() instanceof Counts.Progress p ? p.rev() : null));
  }

  /** Writes an event whose revision has not been sent yet. */
  static Document pending(Event event, Instant machineNow, Duration retryAfter) {
    var details = event.details();
    var document =
        new Document("_id", event.id().value())
            .append("organiser", event.organiser())
            .append("externalId", event.externalId())
            .append("rev", event.rev())
            .append("policyRev", event.policyRev())
            .append("name", details.name())
            .append("said", dates(details.dates()))
            .append("dates", dates(event.dates()))
            .append("zone", details.zone().getId())
            .append(
                "sender",
                new Document("name", details.sender().name())
                    .append("address", details.sender().address()))
            .append("policy", policy(details.policy()))
            .append("state", event.state().wireName())
            .append("held", event.held())
            .append("history", event.history().stream().map(EventDocuments::life).toList())
            .append(Outbox.PENDING_REV, event.rev())
            .append(Outbox.PENDING_SINCE, Date.from(machineNow));
    var meetings = event.counts().meetings();
    if (meetings != null) {
      document.append("meetings", meetings(meetings));
    }
    var progress = event.counts().progress();
    if (progress != null) {
      document.append("progress", progress(progress));
    }
    switch (event.life()) {
      case Life.Planned _ -> document.append(DUE_AT, Date.from(event.dates().starts()));
      case Life.Open _ -> document.append(DUE_AT, Date.from(event.dates().ends()));
      case Life.Ended _, Life.FollowingUp _ ->
          document.append(RETRY_AT, Date.from(machineNow.plus(retryAfter)));
      case Life.Closed _, Life.Cancelled _ -> {}
    }
    return document;
  }

  static Event read(Document document) {
    var history =
        document.getList("history", Document.class).stream().map(EventDocuments::life).toList();
    var sender = document.get("sender", Document.class);
    return new Event(
        new Event.Id(document.get("_id", UUID.class)),
        document.getString("organiser"),
        document.getString("externalId"),
        document.getLong("rev"),
        document.getLong("policyRev"),
        new Details(
            document.getString("name"),
            dates(document.get("said", Document.class)),
            ZoneId.of(document.getString("zone")),
            new Details.Sender(sender.getString("name"), sender.getString("address")),
            policy(document.get("policy", Document.class))),
        dates(document.get("dates", Document.class)),
        history.getLast(),
        document.getBoolean("held", false),
        history,
        new Counts(
            document.get("meetings") instanceof Document m ? meetings(m) : null,
            document.get("progress") instanceof Document p ? progress(p) : null));
  }

  private static Document life(Life life) {
    return new Document("state", State.of(life).wireName()).append("at", Date.from(life.since()));
  }

  private static Life life(Document document) {
    return State.named(document.getString("state")).since(instant(document, "at"));
  }

  private static Document dates(Dates dates) {
    return new Document("starts", Date.from(dates.starts()))
        .append("ends", Date.from(dates.ends()));
  }

  private static Dates dates(Document document) {
    return new Dates(instant(document, "starts"), instant(document, "ends"));
  }

  private static Document policy(Policy policy) {
    return new Document("followUpWithin", policy.followUpWithin().toString())
        .append("lateGrace", policy.lateGrace().toString())
        .append("reportsUntil", policy.reportsUntil().toString())
        .append("wakingFrom", policy.wakingFrom().toString())
        .append("wakingTo", policy.wakingTo().toString())
        .append("listDays", policy.listDays())
        .append("sensedAtLeast", policy.sensedAtLeast().toString());
  }

  private static Policy policy(Document document) {
    return new Policy(
        Duration.parse(document.getString("followUpWithin")),
        Duration.parse(document.getString("lateGrace")),
        Duration.parse(document.getString("reportsUntil")),
        LocalTime.parse(document.getString("wakingFrom")),
        LocalTime.parse(document.getString("wakingTo")),
        document.getList("listDays", Integer.class),
        document.get("sensedAtLeast") instanceof String least
            ? Duration.parse(least)
            : Policy.DEFAULT.sensedAtLeast());
  }

  static Document meetings(Counts.Meetings meetings) {
    return new Document("rev", meetings.rev())
        .append("directions", meetings.directions())
        .append("revSum", meetings.revSum())
        .append("unsent", meetings.unsent())
        .append("waitingScans", meetings.waitingScans())
        .append("unresolvedScans", meetings.unresolvedScans());
  }

  private static Counts.Meetings meetings(Document document) {
    return new Counts.Meetings(
        document.getLong("rev"),
        document.getLong("directions"),
        document.getLong("revSum"),
        document.getLong("unsent"),
        document.getLong("waitingScans"),
        document.getLong("unresolvedScans"));
  }

  static Document progress(Counts.Progress progress) {
    var people = progress.people();
    return new Document("rev", progress.rev())
        .append("total", progress.total())
        .append("open", progress.open())
        .append("revSum", progress.revSum())
        .append("byOutcome", FigureDocuments.counts(progress.byOutcome()))
        .append("figures", FigureDocuments.write(progress.figures()))
        .append(
            "people",
            new Document("met", people.met())
                .append("complete", people.complete())
                .append("late", people.late())
                .append("open", people.open()));
  }

  private static Counts.Progress progress(Document document) {
    var people = document.get("people", Document.class);
    return new Counts.Progress(
        document.getLong("rev"),
        document.getLong("total"),
        document.getLong("open"),
        document.getLong("revSum"),
        FigureDocuments.counts(document.get("byOutcome", Document.class)),
        new Counts.People(
            people.getLong("met"),
            people.getLong("complete"),
            people.getLong("late"),
            people.getLong("open")),
        FigureDocuments.read(document.get("figures", Document.class)));
  }

  private static Instant instant(Document document, String field) {
    return Objects.requireNonNull(document.getDate(field), field).toInstant();
  }
}
