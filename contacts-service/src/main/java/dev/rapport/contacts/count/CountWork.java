package dev.rapport.contacts.count;

import dev.rapport.contacts.meeting.Dirty;
import dev.rapport.contacts.roster.EventsMessages;
import dev.rapport.contacts.roster.Roster;
import dev.rapport.messaging.Inbox;
import dev.rapport.messaging.Message;
import dev.rapport.messaging.Repeater;
import dev.rapport.messaging.WorkSettings;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears of events, so that one at which nobody met is counted too, and runs the counting. */
@Configuration(proxyBeanMethods = false)
class CountWork {

  @Bean
  Consumer<List<ConsumerRecord<byte[], byte[]>>> eventChanged(
      Inbox inbox, Roster roster, Dirty dirty) {
    return inbox.batch(
        EventsMessages.EVENT_CHANGED,
        messages -> {
          roster.keepEvents(messages.stream().map(Message::body).toList());
          // An event that is new to events-service may have been counted before.
          dirty.sayAgain(messages.stream().map(message -> message.body().event()).toList());
        });
  }

  @Bean
  Repeater counts(Counting counting, WorkSettings settings) {
    return new Repeater("counts", settings.poll(), counting::countNext);
  }

  @Bean
  Repeater countsSweep(Counter counter, WorkSettings settings) {
    return new Repeater("meetings-counted sweep", settings.poll(), counter::sweep);
  }
}
