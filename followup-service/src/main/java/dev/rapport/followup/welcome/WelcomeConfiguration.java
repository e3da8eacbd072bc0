package dev.rapport.followup.welcome;

import com.mongodb.client.MongoDatabase;
import dev.rapport.followup.ask.Notifications;
import dev.rapport.followup.ask.Patience;
import dev.rapport.followup.ask.WelcomeAsks;
import dev.rapport.followup.store.Attendances;
import dev.rapport.followup.store.Worlds;
import dev.rapport.messaging.Publisher;
import dev.rapport.messaging.Repeater;
import dev.rapport.messaging.WorkSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What welcomes stand on, and their two loops. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WelcomeSettings.class)
class WelcomeConfiguration {

  @Bean
  Welcomes welcomes(MongoDatabase database) {
    return new Welcomes(database);
  }

  @Bean
  WelcomeTimer welcomeTimer(
      Welcomes welcomes,
      Attendances attendances,
      Worlds worlds,
      Publisher publisher,
      Notifications notifications,
      Patience patience,
      WelcomeSettings settings) {
    var asks = new WelcomeAsks(publisher, notifications);
    return new WelcomeTimer(welcomes, attendances, worlds, asks, notifications, patience, settings);
  }

  @Bean
  Repeater welcomeLoop(WorkSettings settings, WelcomeTimer timer) {
    return new Repeater("welcome", settings.poll(), timer::look);
  }

  @Bean
  Repeater welcomeRetryLoop(WorkSettings settings, WelcomeTimer timer) {
    return new Repeater("welcome-retry", settings.poll(), timer::repeat);
  }
}
