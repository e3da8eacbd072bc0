package dev.rapport.contacts.interaction;

import dev.rapport.messaging.Repeater;
import dev.rapport.messaging.WorkSettings;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens to interactions beside requests: they are said. */
@Configuration(proxyBeanMethods = false)
class InteractionWork {

  @Bean
  Repeater interactionSender(Saying saying) {
    // Waiting is inside: the job takes the next one as soon as it is written.
    return new Repeater("interaction-logged sender", Duration.ofMillis(1), saying::saySome);
  }

  @Bean
  Repeater interactionSweep(Saying saying, WorkSettings settings) {
    return new Repeater("interaction-logged sweep", settings.poll(), saying::sweep);
  }
}
