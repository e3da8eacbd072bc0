package dev.rapport.notification.answer;

import dev.rapport.messaging.Outgoing;
import dev.rapport.messaging.Publisher;
import dev.rapport.notification.model.Due;
import dev.rapport.notification.model.Item;
import dev.rapport.notification.model.Notification;
import dev.rapport.notification.model.Result;
import dev.rapport.notification.store.Attempt;
import dev.rapport.notification.store.Codec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns answered items into messages, from their resulting state alone. */
@Component
public class Answers {

  private final Publisher publisher;

  Answers(Publisher publisher) {
    this.publisher = publisher;
  }

  /** Answers what was heard and is answered already: repeats, cancels, late ones. */
  public void repeat(List<Due> heard, Map<UUID, Notification> now) {
    Map<UUID, Set<UUID>> asked = new LinkedHashMap<>();
    for (var due : heard) {
      asked
          .computeIfAbsent(due.notification(), id -> new LinkedHashSet<>())
          .addAll(due.followUps());
    }
    var messages = new ArrayList<Outgoing>();
    asked.forEach(
        (id, followUps) -> {
          var notification = Objects.requireNonNull(now.get(id));
          var answered =
              notification.items().stream()
                  .filter(item -> followUps.contains(item.followUp()))
                  .toList();
          message(notification, answered, null).ifPresent(messages::add);
        });
    publisher.send(messages);
  }

  /** The messages of a pending document: all that is answered in it. */
  List<Outgoing> messages(Document document) {
    var notification = Codec.notification(document);
    return message(notification, notification.items(), lastAnswer(document)).stream().toList();
  }

  private static Optional<Outgoing> message(
      Notification notification, List<Item> items, NotificationSettled.@Nullable Answer answer) {
    var settled = new ArrayList<NotificationSettled.Settled>();
    var at = Instant.MIN;
    for (var item : items) {
      var result = item.result();
      var answeredAt = item.answeredAt();
      if (result != null && answeredAt != null) {
        settled.add(
            new NotificationSettled.Settled(item.followUp(), answeredRev(item), result.word()));
        at = answeredAt.isAfter(at) ? answeredAt : at;
      }
    }
    if (settled.isEmpty()) {
      return Optional.empty();
    }
    var data =
        new NotificationSettled(
            notification.id(),
            notification.recipient(),
            notification.purpose().word(),
            settled,
            channel(notification),
            at,
            answer,
            notification.deferrals() == 0 ? null : notification.deferrals());
    var id = notification.id() + "/" + Integer.toHexString(settled.hashCode());
    return Optional.of(
        Outgoing.fact(NotificationSettled.TOPIC, notification.recipient(), id, data));
  }

  /** That of a social invitation on which no channel was tried is the platform's. */
  private static String channel(Notification notification) {
    if (notification.purpose().isMail()) {
      return "email";
    }
    var tried = notification.route().channel();
    return tried == null ? "platform" : tried;
  }

  /** A cancel is answered with its own revision, all else with that of the ask. */
  private static long answeredRev(Item item) {
    var cancelled = item.cancelledRev();
    return item.result() == Result.CANCELLED && cancelled != null ? cancelled : item.rev();
  }

  private static NotificationSettled.@Nullable Answer lastAnswer(Document document) {
    var attempts = document.getList("attempts", Document.class, List.of());
    if (attempts.isEmpty()) {
      return null;
    }
    var last = Attempt.of(attempts.getLast());
    var code = last.code();
    return code == null ? null : new NotificationSettled.Answer(code, last.status());
  }
}
