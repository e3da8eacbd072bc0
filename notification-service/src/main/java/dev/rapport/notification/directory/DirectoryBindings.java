package dev.rapport.notification.directory;

import dev.rapport.messaging.Inbox;
import dev.rapport.messaging.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears people and events. */
@Configuration(proxyBeanMethods = false)
class DirectoryBindings {

  private static final Logger log = LoggerFactory.getLogger(DirectoryBindings.class);

  @Bean
  Consumer<List<ConsumerRecord<byte[], byte[]>>> eventChanged(Inbox inbox, Events events) {
    return inbox.batch(
        EventChanged.CONTRACT,
        messages -> events.store(messages.stream().map(Message::body).toList()));
  }

  @Bean
  Consumer<List<ConsumerRecord<byte[], byte[]>>> personChanged(
      Inbox inbox, People people, Forgetting forgetting) {
    return inbox.batch(
        PersonChanged.CONTRACT,
        messages -> {
          var changed = new ArrayList<PersonChanged>();
          var erased = new HashMap<UUID, Long>();
          for (var message : messages) {
            var value = message.value();
            if (value == null) {
              erased(message.key(), message.rev(), erased);
            } else {
              changed.add(value);
            }
          }
          people.store(changed);
          forgetting.forget(erased);
        });
  }

  private static void erased(String key, long rev, Map<UUID, Long> erased) {
    try {
      erased.merge(UUID.fromString(key), rev, Math::max);
    } catch (IllegalArgumentException e) {
      log.warn("A tombstone on person-changed has a key that is no person id; it says nothing.");
    }
  }
}
