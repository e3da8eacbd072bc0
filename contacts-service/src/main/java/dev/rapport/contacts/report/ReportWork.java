package dev.rapport.contacts.report;

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

/**
 * What happens to reports beside their requests: single ones are taken together, badges become
 * known.
 */
@Configuration(proxyBeanMethods = false)
class ReportWork {

  @Bean
  Together together(Reporting reporting) {
    return new Together(reporting::take);
  }

  @Bean
  Consumer<List<ConsumerRecord<byte[], byte[]>>> attendanceChanged(
      Inbox inbox, Roster roster, FoldIn foldIn) {
    return inbox.batch(
        EventsMessages.ATTENDANCE_CHANGED,
        messages ->
            foldIn.badgesKnown(
                roster.keepAttendances(messages.stream().map(Message::body).toList())));
  }

  @Bean
  Repeater scansSweep(FoldIn foldIn, WorkSettings settings) {
    return new Repeater("waiting scans", settings.retryAfter(), foldIn::sweep);
  }
}
