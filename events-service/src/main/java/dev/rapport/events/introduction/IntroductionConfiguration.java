package dev.rapport.events.introduction;

import dev.rapport.events.lines.Announcer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What starts and stops with the service. */
@Configuration(proxyBeanMethods = false)
class IntroductionConfiguration {

  @Bean
  Announcer introductionAnnouncer(IntroductionStore store) {
    return store.announcer();
  }
}
