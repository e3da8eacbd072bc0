package dev.rapport.followup.answer;

import dev.rapport.followup.change.Changes;
import dev.rapport.followup.store.FollowUps;
import dev.rapport.followup.store.Worlds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What people can do. */
@Configuration(proxyBeanMethods = false)
class AnswerConfiguration {

  @Bean
  @Order(0)
  News news(FollowUps followUps, Changes changes) {
    return new News(followUps, changes);
  }

  @Bean
  Acts acts(Changes changes, Worlds worlds) {
    return new Acts(changes, worlds);
  }
}
