package dev.rapport.followup.introduce;

import com.mongodb.client.MongoDatabase;
import dev.rapport.followup.list.OwnerLists;
import dev.rapport.followup.store.Blocks;
import dev.rapport.followup.store.Worlds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Puts introductions together. */
@Configuration(proxyBeanMethods = false)
class IntroduceConfiguration {

  @Bean
  @Order(2)
  Introducing introducing(MongoDatabase database, OwnerLists lists, Worlds worlds, Blocks blocks) {
    return new Introducing(new Introductions(database), lists, worlds, blocks);
  }
}
