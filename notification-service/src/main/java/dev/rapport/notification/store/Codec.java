package dev.rapport.notification.store;

import dev.rapport.messaging.Claims;
import dev.rapport.notification.model.Item;
import dev.rapport.notification.model.Notification;
import dev.rapport.notification.model.Purpose;
import dev.rapport.notification.model.Result;
import dev.rapport.notification.model.Route;
import dev.rapport.notification.model.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Notifications to documents and back. */
public final class Codec {

  /** The field that every write raises; apart from {@code rev}, which the outbox counts by. */
  static final String VERSION = "version";

  /** The requests that it goes back to, where they are followed. */
  static final String TRACES = "traces";

  static final String CHANNEL = "channel";
  static final String REFUSED = "refused";

  private Codec() {}

  /** Returns the notification that a document holds. */
  public static Notification notification(Document document) {
    var from = instant(document, "from");
    var to = instant(document, "to");
    return new Notification(
        uuid(document, "_id"),
        uuid(document, "recipient"),
        Purpose.of(document.get("purpose", "")),
        LocalDate.parse(document.get("slot", "")),
        from == null || to == null ? null : new Window(from, to),
        instant(document, "sendAt"),
        stage(document),
        document.getList("items", Document.class, List.of()).stream().map(Codec::item).toList(),
        document.getInteger("deferrals", 0),
        document.getInteger("doubts", 0),
        route(document),
        Objects.requireNonNull(document.getLong(VERSION)));
  }

  /** Returns the revision of a document. */
  public static long rev(Document document) {
    return Objects.requireNonNull(document.get("rev", Number.class)).longValue();
  }

  /** Returns an id that a document must hold. */
  public static UUID uuid(Document document, String field) {
    return Objects.requireNonNull(document.get(field, UUID.class), field);
  }

  /** Returns a moment that a document may hold. */
  public static @Nullable Instant instant(Document document, String field) {
    var date = document.getDate(field);
    return date == null ? null : date.toInstant();
  }

  private static Route route(Document document) {
    var channel = document.getString(CHANNEL);
    var refused = document.getList(REFUSED, String.class, List.of());
    return channel == null && refused.isEmpty() ? Route.NONE : new Route(channel, refused);
  }

  private static Notification.Stage stage(Document document) {
    if (document.containsKey(Claims.CLAIM)) {
      return Notification.Stage.CLAIMED;
    }
    return document.getBoolean("taken", false)
        ? Notification.Stage.BETWEEN
        : Notification.Stage.MERGING;
  }

  private static Item item(Document document) {
    var result = document.getString("result");
    var person = document.get("person", UUID.class);
    return new Item(
        uuid(document, "followUp"),
        rev(document),
        document.getLong("cancelledRev"),
        person == null ? null : meeting(person, document),
        result == null ? null : Result.of(result),
        instant(document, "answeredAt"));
  }

  private static Item.Meeting meeting(UUID person, Document document) {
    return new Item.Meeting(
        person,
        uuid(document, "event"),
        Objects.requireNonNull(instant(document, "firstMet")),
        Objects.requireNonNull(instant(document, "lastMet")),
        document.get("how", ""),
        document.getBoolean("automatic", false),
        new Item.Manner(
            document.getBoolean("bothWilling", false),
            document.getBoolean("again", false),
            document.getString("words"),
            document.getString("about"),
            new Item.Aside(
                document.get("other", UUID.class),
                document.getList("topics", String.class, List.of()),
                document.getString("give"),
                instant(document, "metOutside"))));
  }

  static Document item(Item item) {
    var document = new Document("followUp", item.followUp()).append("rev", item.rev());
    put(document, "cancelledRev", item.cancelledRev());
    var meeting = item.meeting();
    if (meeting != null) {
      document
          .append("person", meeting.person())
          .append("event", meeting.event())
          .append("firstMet", Date.from(meeting.firstMet()))
          .append("lastMet", Date.from(meeting.lastMet()))
          .append("how", meeting.how());
      put(document, "automatic", meeting.automatic() ? Boolean.TRUE : null);
      var manner = meeting.manner();
      put(document, "bothWilling", manner.bothWilling() ? Boolean.TRUE : null);
      put(document, "again", manner.again() ? Boolean.TRUE : null);
      // Once it is answered nobody reads it here any more.
      put(document, "words", item.isOpen() ? manner.words() : null);
      put(document, "about", manner.about());
      var aside = manner.aside();
      put(document, "other", aside.other());
      put(document, "topics", item.isOpen() && !aside.topics().isEmpty() ? aside.topics() : null);
      put(document, "give", aside.give());
      var met = aside.metOutside();
      put(document, "metOutside", met == null ? null : Date.from(met));
    }
    var result = item.result();
    put(document, "result", result == null ? null : result.word());
    var answeredAt = item.answeredAt();
    put(document, "answeredAt", answeredAt == null ? null : Date.from(answeredAt));
    return document;
  }

  private static void put(Document document, String field, @Nullable Object value) {
    if (value != null) {
      document.append(field, value);
    }
  }
}
