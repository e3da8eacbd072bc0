package dev.rapport.contacts.meeting;

import dev.rapport.messaging.Repeater;
import dev.rapport.messaging.WorkSettings;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens to meetings beside requests: they are said, and blocks are looked at again. */
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
}
