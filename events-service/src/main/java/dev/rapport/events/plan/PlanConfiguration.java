package dev.rapport.events.plan;

import dev.rapport.access.LineSchema;
import dev.rapport.messaging.Inbox;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The function behind the binding of settled follow-ups, and how a bulk line is described. */
@Configuration(proxyBeanMethods = false)
class PlanConfiguration {

  @Bean
  Consumer<List<ConsumerRecord<byte[], byte[]>>> followupSettled(Inbox inbox, PlanStore plans) {
    return inbox.batch(
        FollowupMessages.FOLLOWUP_SETTLED,
        messages -> plans.note(messages.stream().map(m -> m.body().done()).toList()));
  }

  @Bean
  LineSchema planLine() {
    return new LineSchema(PlanBody.Line.class);
  }
}
