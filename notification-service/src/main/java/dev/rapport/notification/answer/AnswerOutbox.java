package dev.rapport.notification.answer;

import com.mongodb.client.MongoDatabase;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.Outbox;
import dev.rapport.messaging.Publisher;
import dev.rapport.messaging.Repeater;
import dev.rapport.messaging.WorkSettings;
import dev.rapport.notification.store.Notifications;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Answers are owed until the broker has them. */
@Configuration(proxyBeanMethods = false)
class AnswerOutbox {

  @Bean
  Outbox outbox(MongoDatabase database, Answers answers, Publisher publisher, MachineClock clock) {
    return new Outbox(
        database.getCollection(Notifications.COLLECTION), answers::messages, publisher, clock);
  }

  @Bean
  Repeater outboxSweep(Outbox outbox, WorkSettings settings) {
    return new Repeater("outbox-sweep", settings.poll(), outbox::sweep);
  }
}
