package dev.rapport.followup.nurture;

import com.mongodb.client.MongoDatabase;
import dev.rapport.followup.list.OwnerLists;
import dev.rapport.followup.store.Blocks;
import dev.rapport.followup.store.FollowUps;
import dev.rapport.followup.store.People;
import dev.rapport.messaging.EventClock;
import dev.rapport.messaging.Ids;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Puts ties and reminders together. */
@Configuration(proxyBeanMethods = false)
class NurtureConfiguration {

  @Bean
  Ties ties(MongoDatabase database, Ids ids) {
    return new Ties(database, ids);
  }

  @Bean
  HabitStore habits(MongoDatabase database) {
    return new HabitStore(database);
  }

  @Bean
  Touches touches(Ties ties, HabitStore habits, FollowUps followUps) {
    return new Touches(ties, habits, followUps);
  }

  @Bean
  Circle circle(Ties ties, Touches touches, FollowUps followUps, People people) {
    return new Circle(ties, touches, followUps, people);
  }

  @Bean
  Nurturing nurturing(
      Ties ties, HabitStore habits, People people, OwnerLists lists, EventClock clock) {
    return new Nurturing(ties, habits, people, lists, clock);
  }

  @Bean
  @Order(2)
  MetOutside metOutside(Touches touches, People people) {
    return new MetOutside(touches, people);
  }

  @Bean
  @Order(1)
  LosingTouch losingTouch(
      Touches touches, Ties ties, Nurturing nurturing, People people, Blocks blocks) {
    return new LosingTouch(touches, ties, nurturing, people, blocks);
  }
}
