package dev.rapport.events.edge;

import dev.rapport.events.edge.Insight.Hour;
import dev.rapport.events.event.Event;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;

/** Insights as documents: an event's latest numbers, replaced by the next count. */
final class InsightDocuments {

  private InsightDocuments() {}

  static Document write(Event.Id event, Insight insight) {
    return new Document("_id", event.value())
        .append("at", Date.from(insight.at()))
        .append("attendees", insight.attendees())
        .append("meetings", insight.meetings())
        .append("metNobody", insight.metNobody())
        .append("fewMet", insight.fewMet())
        .append("alone", insight.alone())
        .append("median", insight.median())
        .append("meetingsBy", write(insight.meetingsBy()))
        .append("peopleBy", write(insight.peopleBy()))
        .append("hours", insight.hours().stream().map(InsightDocuments::write).toList());
  }

  private static Document write(Blend blend) {
    return new Document("faceToFace", blend.faceToFace())
        .append("virtual", blend.virtual())
        .append("both", blend.both());
  }

  private static Document write(Hour hour) {
    return new Document("start", Date.from(hour.start()))
        .append("meetings", hour.meetings())
        .append("metNobody", hour.metNobody())
        .append("onTheEdge", hour.onTheEdge())
        .append("median", hour.median());
  }

  static Insight read(Document document) {
    return new Insight(
        moment(document, "at"),
        document.getLong("attendees"),
        document.getLong("meetings"),
        document.getLong("metNobody"),
        document.getLong("fewMet") + document.getLong("alone"),
        document.getLong("fewMet"),
        document.getLong("alone"),
        document.getInteger("median"),
        blend(document.get("meetingsBy", Document.class)),
        blend(document.get("peopleBy", Document.class)),
        document.getList("hours", Document.class).stream().map(InsightDocuments::hour).toList());
  }

  private static Blend blend(Document document) {
    return new Blend(
        document.getLong("faceToFace"), document.getLong("virtual"), document.getLong("both"));
  }

  private static Hour hour(Document document) {
    return new Hour(
        moment(document, "start"),
        document.getLong("meetings"),
        document.getLong("metNobody"),
        document.getLong("onTheEdge"),
        document.getInteger("median"));
  }

  private static Instant moment(Document document, String field) {
    return Objects.requireNonNull(document.getDate(field), field).toInstant();
  }
}
