package dev.rapport.followup.answer;

import dev.rapport.followup.change.Changes;
import dev.rapport.followup.store.Worlds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people can do. */
@Configuration(proxyBeanMethods = false)
class AnswerConfiguration {

  @Bean
  Acts acts(Changes changes, Worlds worlds) {
    return new Acts(changes, worlds);
  }
}
