package dev.rapport.events.edge;

import dev.rapport.messaging.Repeater;
import dev.rapport.messaging.WorkSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The loop that counts. */
@Configuration(proxyBeanMethods = false)
class InsightConfiguration {

  @Bean
  Repeater insightCounter(Insights insights, WorkSettings settings) {
    return new Repeater("The count of ties", settings.poll(), insights::round);
  }
}
