package dev.rapport.contacts.sensed;

import dev.rapport.access.LineSchema;
import dev.rapport.contacts.roster.Roster;
import dev.rapport.messaging.EventClock;
import dev.rapport.messaging.Inbox;
import dev.rapport.messaging.Repeater;
import dev.rapport.messaging.WorkSettings;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is forgotten beside requests: of whoever takes their yes back, and of events that are over.
 */
@Configuration(proxyBeanMethods = false)
class SensedWork {

  @Bean
  LineSchema sensedLine() {
    return new LineSchema(SensedBodies.IntervalBody.class);
  }

  /** From the topic: so it is done also when whoever took the request dies right after. */
  @Bean
  Consumer<List<ConsumerRecord<byte[], byte[]>>> personChanged(Inbox inbox, Sums sums) {
    return inbox.batch(
        PersonSaid.CONTRACT,
        messages ->
            sums.forget(
                messages.stream()
                    .map(message -> message.value())
                    .filter(Objects::nonNull)
                    .filter(PersonSaid::refuses)
                    .map(PersonSaid::person)
                    .toList()));
  }

  @Bean
  Repeater sensedRetention(Sums sums, Roster roster, EventClock clock, WorkSettings settings) {
    return new Repeater(
        "sensed retention",
        settings.retryAfter(),
        () -> {
          for (UUID event : sums.events()) {
            var times = roster.event(event);
            if (times != null && times.closedAt(clock.now())) {
              sums.forgetEvent(event);
            }
          }
          return false;
        });
  }
}
