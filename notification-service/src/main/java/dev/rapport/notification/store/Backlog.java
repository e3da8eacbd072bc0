package dev.rapport.notification.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.rapport.messaging.EventClock;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.Watch;
import dev.rapport.notification.model.Purpose;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is still to be sent, for how long, and what is in doubt, as metrics. */
@Component
class Backlog {

  private final MongoCollection<Document> documents;
  private final EventClock event;
  private final MachineClock machine;

  Backlog(MongoDatabase database, EventClock event, MachineClock machine, Watch watch) {
    this.documents = database.getCollection(Notifications.COLLECTION);
    this.event = event;
    this.machine = machine;
    for (var purpose : Purpose.values()) {
      watch.age(
          "rapport.notifications.age",
          Tags.of("purpose", purpose.word()),
          "How long the oldest that may go out now has not gone out; put off ones left out",
          () -> dueSince(purpose));
    }
    watch.number(
        "rapport.notifications.in.doubt",
        Tags.empty(),
        "Sent without an answer, and not settled yet",
        this::inDoubt);
  }

  private @Nullable Instant dueSince(Purpose purpose) {
    var now = event.now();
    var first =
        documents
            .find(
                Filters.and(
                    Filters.eq("open", true),
                    Filters.eq("purpose", purpose.word()),
                    Filters.lte("sendAt", Date.from(now)),
                    Filters.exists("retryAt", false)))
            .projection(Projections.include("sendAt"))
            .sort(Sorts.ascending("sendAt"))
            .first();
    return first == null
        ? null
        : machine
            .now()
            .minus(event.machine(Duration.between(first.getDate("sendAt").toInstant(), now)));
  }

  private long inDoubt() {
    var words = Arrays.stream(Purpose.values()).map(Purpose::word).toList();
    return documents.countDocuments(
        Filters.and(
            Filters.eq("open", true), Filters.in("purpose", words), Filters.gt("doubts", 0)),
        new CountOptions().hintString("dueByPurpose"));
  }
}
