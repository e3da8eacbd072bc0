package dev.rapport.events.tie;

import dev.rapport.messaging.Inbox;
import dev.rapport.messaging.Message;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The function behind the binding of meetings. */
@Configuration(proxyBeanMethods = false)
class TieConfiguration {

  @Bean
  Consumer<List<ConsumerRecord<byte[], byte[]>>> contactMet(Inbox inbox, Ties ties) {
    return inbox.batch(
        MeetingMessages.CONTACT_MET,
        messages -> ties.hear(messages.stream().map(Message::body).toList()));
  }
}
