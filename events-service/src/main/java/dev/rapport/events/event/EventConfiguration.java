package dev.rapport.events.event;

import dev.rapport.access.LineSchema;
import dev.rapport.events.lines.Announcer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What starts and stops with the service, and how a bulk line is described. */
@Configuration(proxyBeanMethods = false)
class EventConfiguration {

  @Bean
  Announcer eventAnnouncer(EventStore store) {
    return store.announcer();
  }

  @Bean
  LineSchema eventLine() {
    return new LineSchema(EventLine.class);
  }
}
