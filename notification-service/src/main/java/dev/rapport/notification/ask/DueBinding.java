package dev.rapport.notification.ask;

import dev.rapport.messaging.EventClock;
import dev.rapport.messaging.Inbox;
import dev.rapport.messaging.Message;
import dev.rapport.notification.answer.Answers;
import dev.rapport.notification.model.Due;
import dev.rapport.notification.store.Notifications;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears asks and cancels; what is answered already is answered again. */
@Configuration(proxyBeanMethods = false)
class DueBinding {

  @Bean
  Consumer<List<ConsumerRecord<byte[], byte[]>>> followupDue(
      Inbox inbox, Notifications notifications, Answers answers, EventClock clock) {
    return inbox.batch(
        FollowupDue.CONTRACT,
        messages -> {
          List<Due> heard = messages.stream().map(message -> message.body().due()).toList();
          answers.repeat(heard, notifications.hear(heard, traces(messages), clock.now()));
        });
  }

  private static Map<UUID, Set<String>> traces(List<Message<FollowupDue>> messages) {
    var traces = new HashMap<UUID, Set<String>>();
    for (var message : messages) {
      if (!message.traces().isEmpty()) {
        traces
            .computeIfAbsent(message.body().notification(), id -> new LinkedHashSet<>())
            .addAll(message.traces());
      }
    }
    return traces;
  }
}
