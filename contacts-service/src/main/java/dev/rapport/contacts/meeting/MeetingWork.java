package dev.rapport.contacts.meeting;

import dev.rapport.contacts.meeting.FollowupMessages.Answer;
import dev.rapport.contacts.meeting.FollowupMessages.FollowupSettled;
import dev.rapport.messaging.Inbox;
import dev.rapport.messaging.Message;
import dev.rapport.messaging.Repeater;
import dev.rapport.messaging.WorkSettings;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens to meetings beside requests: they are said, and blocks reach them. */
@Configuration(proxyBeanMethods = false)
class MeetingWork {

  @Bean
  Repeater contactMetSender(Telling telling) {
    // Waiting is inside: the job takes the next meeting as soon as it is written.
    return new Repeater("contact-met sender", Duration.ofMillis(1), telling::sendSome);
  }

  @Bean
  Repeater contactMetSweep(Telling telling, WorkSettings settings) {
    return new Repeater("contact-met sweep", settings.poll(), telling::sweep);
  }

  @Bean
  Repeater blocksAgain(Blocks blocks, WorkSettings settings) {
    return new Repeater("blocks again", settings.retryAfter(), blocks::again);
  }

  @Bean
  Consumer<List<ConsumerRecord<byte[], byte[]>>> followupSettled(Inbox inbox, Blocks blocks) {
    return inbox.batch(
        FollowupMessages.SETTLED,
        messages ->
            messages.stream()
                .map(Message::body)
                .filter(settled -> settled.answer() == Answer.blocked)
                .map(MeetingWork::pair)
                .distinct()
                .forEach(blocks::block));
  }

  private static Pair pair(FollowupSettled settled) {
    return Pair.of(settled.owner(), settled.contact());
  }
}
