package dev.rapport.events.event;

import dev.rapport.events.life.Figures;
import dev.rapport.events.life.Figures.Day;
import dev.rapport.events.life.Figures.Hour;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Figures as a part of an event's document. */
final class FigureDocuments {

  private FigureDocuments() {}

  static Document write(Figures figures) {
    return new Document("byState", counts(figures.byState()))
        .append("byAnswer", counts(figures.byAnswer()))
        .append("byChannel", counts(figures.byChannel()))
        .append("byTrouble", counts(figures.byTrouble()))
        .append("bothWilling", figures.bothWilling())
        .append(
            "scheduled",
            figures.scheduled().stream()
                .map(day -> new Document("day", day.day().toString()).append("count", day.count()))
                .toList())
        .append(
            "settled",
            figures.settled().stream()
                .map(
                    hour ->
                        new Document("hour", Date.from(hour.hour()))
                            .append("inTime", hour.inTime())
                            .append("late", hour.late()))
                .toList());
  }

  static Figures read(@Nullable Document document) {
    if (document == null) {
      return Figures.NONE;
    }
    return new Figures(
        counts(document.get("byState", Document.class)),
        counts(document.get("byAnswer", Document.class)),
        counts(document.get("byChannel", Document.class)),
        counts(document.get("byTrouble", new Document())),
        document.getLong("bothWilling"),
        document.getList("scheduled", Document.class).stream()
            .map(day -> new Day(LocalDate.parse(day.getString("day")), day.getLong("count")))
            .toList(),
        document.getList("settled", Document.class).stream()
            .map(
                hour ->
                    new Hour(
                        Objects.requireNonNull(hour.getDate("hour")).toInstant(),
                        hour.getLong("inTime"),
                        hour.getLong("late")))
            .toList());
  }

  static Document counts(Map<String, Long> counts) {
    return new Document(new TreeMap<String, Object>(counts));
  }

  static Map<String, Long> counts(Document document) {
    var counts = new TreeMap<String, Long>();
    document.forEach((word, count) -> counts.put(word, ((Number) count).longValue()));
    return counts;
  }
}
