package dev.rapport.followup.page;

import dev.rapport.followup.answer.Acts;
import dev.rapport.followup.ask.Notifications;
import dev.rapport.followup.store.FollowUps;
import dev.rapport.followup.store.People;
import dev.rapport.followup.store.Worlds;
import dev.rapport.messaging.EventClock;
import dev.rapport.pages.PublishedKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the pages stand on. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {

  @Bean
  Links links(PublishedKeys keys, People people, EventClock clock) {
    return new Links(keys, people, clock);
  }

  @Bean
  Behind behind(FollowUps followUps, Acts acts, Notifications notifications) {
    return new Behind(followUps, acts, notifications);
  }

  @Bean
  Composer composer(Worlds worlds) {
    return new Composer(worlds);
  }
}
