package dev.rapport.followup.page;

import com.mongodb.client.MongoDatabase;
import dev.rapport.followup.answer.Acts;
import dev.rapport.followup.ask.Notifications;
import dev.rapport.followup.store.FollowUps;
import dev.rapport.followup.store.People;
import dev.rapport.followup.store.Worlds;
import dev.rapport.messaging.EventClock;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.Repeater;
import dev.rapport.messaging.WorkSettings;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the pages stand on. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PageSettings.class)
class PageConfiguration {

  @Bean
  Keys keys(MongoDatabase database, PageSettings settings, MachineClock clock) {
    return new Keys(database, settings, clock);
  }

  @Bean
  Repeater keysLoop(WorkSettings settings, Keys keys) {
    return new Repeater("keys", settings.retryAfter(), keys::refresh);
  }

  @Bean
  Links links(Keys keys, People people, EventClock clock) {
    return new Links(keys, people, clock);
  }

  @Bean
  Behind behind(FollowUps followUps, Acts acts, Notifications notifications) {
    return new Behind(followUps, acts, notifications);
  }

  @Bean
  Style style() {
    return Style.load();
  }

  @Bean
  Composer composer(Worlds worlds, Style style) {
    return new Composer(worlds, style);
  }

  @Bean
  TemplateEngine templates() {
    return TemplateEngine.createPrecompiled(
        null, ContentType.Html, null, "dev.rapport.followup.templates");
  }
}
