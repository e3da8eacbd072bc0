package dev.rapport.notification.history;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.rapport.notification.key.Links;
import dev.rapport.notification.model.Notification;
import dev.rapport.notification.store.Attempt;
import dev.rapport.notification.store.Codec;
import dev.rapport.notification.store.Notifications;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads notifications with their logs. */
@Component
class History {

  private final MongoCollection<Document> documents;
  private final Links links;

  History(MongoDatabase database, Links links) {
    this.documents = database.getCollection(Notifications.COLLECTION);
    this.links = links;
  }

  @Nullable NotificationView find(UUID id) {
    var document = documents.find(Filters.eq("_id", id)).first();
    return document == null ? null : view(document);
  }

  /** Returns up to {@code limit} notifications of a person, by id, after one of them. */
  List<NotificationView> of(UUID recipient, @Nullable UUID after, int limit) {
    Bson filter = Filters.eq("recipient", recipient);
    if (after != null) {
      filter = Filters.and(filter, Filters.gt("_id", after));
    }
    var found = new ArrayList<NotificationView>();
    documents
        .find(filter)
        .sort(Sorts.ascending("_id"))
        .limit(limit)
        .forEach(document -> found.add(view(document)));
    return found;
  }

  private NotificationView view(Document document) {
    var notification = Codec.notification(document);
    return new NotificationView(
        notification.id(),
        notification.recipient(),
        notification.purpose().word(),
        notification.slot(),
        notification.window(),
        notification.sendAt(),
        state(notification),
        notification.items().stream().map(NotificationView.ItemView::of).toList(),
        document.getList("attempts", Document.class, List.of()).stream().map(Attempt::of).toList(),
        notification.doubts(),
        links.messageId(notification.id()));
  }

  private static String state(Notification notification) {
    if (!notification.isOpen()) {
      return "settled";
    }
    return notification.stage() == Notification.Stage.MERGING ? "waiting" : "sending";
  }
}
