package dev.rapport.contacts.contact;

import dev.rapport.contacts.meeting.Blocks;
import dev.rapport.contacts.meeting.ContactMet;
import dev.rapport.messaging.Inbox;
import dev.rapport.messaging.Message;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears this service's own meetings, each owner's in order, and who wants to stay in touch. */
@Configuration(proxyBeanMethods = false)
class ContactListener {

  @Bean
  Consumer<List<ConsumerRecord<byte[], byte[]>>> contactMet(Inbox inbox, Contacts contacts) {
    return inbox.batch(
        ContactMet.CONTRACT,
        messages -> contacts.keep(messages.stream().map(Message::body).toList()));
  }

  @Bean
  Consumer<List<ConsumerRecord<byte[], byte[]>>> followupSettled(
      Inbox inbox, Contacts contacts, Blocks blocks) {
    return inbox.batch(
        FollowupSettled.CONTRACT,
        messages -> {
          var settled = messages.stream().map(Message::body).toList();
          contacts.agreed(settled.stream().filter(FollowupSettled::speaksOfBoth).toList());
          blocks.heard(settled.stream().map(FollowupSettled::toWord).toList());
        });
  }
}
