package dev.rapport.followup.nurture;

import dev.rapport.followup.give.Purpose;
import dev.rapport.followup.plan.Word;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Ties to documents and back. */
final class TieDocument {

  /** Whether there is a cadence. */
  static final String KEPT = "kept";

  /** When the two met outside any event, while there is something to say about it. */
  static final String OUTSIDE = "outside";

  private TieDocument() {}

  static Document write(Tie tie) {
    var document =
        new Document("_id", tie.id())
            .append("owner", tie.owner())
            .append("contact", tie.contact())
            .append("rev", tie.rev())
            .append("interactions", tie.interactions().stream().map(TieDocument::write).toList());
    var cadence = tie.cadence();
    if (cadence != null) {
      document.append(KEPT, true).append("cadence", write(cadence));
    }
    put(document, "snoozedUntil", tie.snoozedUntil());
    put(document, "leftAt", tie.leftAt());
    put(document, OUTSIDE, tie.metOutside());
    return document;
  }

  private static void put(Document document, String field, @Nullable Instant moment) {
    if (moment != null) {
      document.append(field, Date.from(moment));
    }
  }

  private static Document write(Interaction one) {
    var document =
        new Document("id", one.id())
            .append("rev", one.rev())
            .append("at", Date.from(one.at()))
            .append("purpose", one.purpose().word());
    return one.met() ? document.append("met", true) : document;
  }

  private static Document write(Cadence cadence) {
    var document = new Document("since", Date.from(cadence.since()));
    return cadence.days() != null
        ? document.append("days", cadence.days())
        : document.append("tag", cadence.tag());
  }

  static Tie read(Document document) {
    var cadence = document.get("cadence", Document.class);
    return new Tie(
        uuid(document, "_id"),
        uuid(document, "owner"),
        uuid(document, "contact"),
        number(document, "rev"),
        document.getList("interactions", Document.class, List.of()).stream()
            .map(TieDocument::interaction)
            .toList(),
        cadence == null ? null : cadence(cadence),
        instant(document, "snoozedUntil"),
        instant(document, "leftAt"));
  }

  private static Interaction interaction(Document document) {
    return new Interaction(
        uuid(document, "id"),
        number(document, "rev"),
        Objects.requireNonNull(instant(document, "at")),
        Word.of(Purpose.class, document.get("purpose", "")),
        document.getBoolean("met", false));
  }

  private static Cadence cadence(Document document) {
    return new Cadence(
        document.getInteger("days"),
        document.getString("tag"),
        Objects.requireNonNull(instant(document, "since")));
  }

  static @Nullable Instant instant(Document document, String field) {
    var date = document.getDate(field);
    return date == null ? null : date.toInstant();
  }

  private static UUID uuid(Document document, String field) {
    return Objects.requireNonNull(document.get(field, UUID.class), field);
  }

  private static long number(Document document, String field) {
    return Objects.requireNonNull(document.get(field, Number.class), field).longValue();
  }
}
