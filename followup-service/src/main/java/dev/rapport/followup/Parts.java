package dev.rapport.followup;

import com.mongodb.client.MongoDatabase;
import dev.rapport.followup.ask.Asks;
import dev.rapport.followup.ask.Notifications;
import dev.rapport.followup.ask.Patience;
import dev.rapport.followup.change.Changes;
import dev.rapport.followup.change.Figures;
import dev.rapport.followup.due.Allowances;
import dev.rapport.followup.due.DueTimer;
import dev.rapport.followup.due.RetryTimer;
import dev.rapport.followup.list.Besides;
import dev.rapport.followup.list.ListTimer;
import dev.rapport.followup.list.OwnerLists;
import dev.rapport.followup.settle.Count;
import dev.rapport.followup.settle.Deferrals;
import dev.rapport.followup.settle.Progress;
import dev.rapport.followup.settle.Settlements;
import dev.rapport.followup.store.Attendances;
import dev.rapport.followup.store.Blocks;
import dev.rapport.followup.store.Events;
import dev.rapport.followup.store.FollowUps;
import dev.rapport.followup.store.People;
import dev.rapport.followup.store.SenderSettings;
import dev.rapport.followup.store.Standings;
import dev.rapport.followup.store.Worlds;
import dev.rapport.messaging.EventClock;
import dev.rapport.messaging.Ids;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.Publisher;
import dev.rapport.messaging.WorkSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SenderSettings.class)
class Parts {

  @Bean
  FollowUps followUps(MongoDatabase database, MachineClock clock, WorkSettings settings) {
    return new FollowUps(database, clock, settings);
  }

  @Bean
  Events events(MongoDatabase database) {
    return new Events(database);
  }

  @Bean
  People people(MongoDatabase database) {
    return new People(database);
  }

  @Bean
  Attendances attendances(MongoDatabase database) {
    return new Attendances(database);
  }

  @Bean
  Standings standings(FollowUps followUps, Attendances attendances, SenderSettings settings) {
    return new Standings(followUps, attendances, settings);
  }

  @Bean
  Worlds worlds(Events events, People people, Standings standings, EventClock clock) {
    return new Worlds(events, people, standings, clock);
  }

  @Bean
  Blocks blocks(FollowUps followUps) {
    return new Blocks(followUps);
  }

  @Bean
  Notifications notifications(Ids ids) {
    return new Notifications(ids);
  }

  @Bean
  Asks asks(Publisher publisher, Notifications notifications) {
    return new Asks(publisher, notifications);
  }

  @Bean
  Patience patience(EventClock event, MachineClock machine, WorkSettings settings) {
    return new Patience(event, machine, settings);
  }

  @Bean
  OwnerLists ownerLists(MongoDatabase database) {
    return new OwnerLists(database);
  }

  @Bean
  ListTimer listTimer(
      OwnerLists lists,
      FollowUps followUps,
      List<Besides> besides,
      Worlds worlds,
      Asks asks,
      Patience patience) {
    return new ListTimer(lists, followUps, Besides.all(besides), worlds, asks, patience);
  }

  @Bean
  Settlements settlements(FollowUps followUps, Publisher publisher, MachineClock clock) {
    return new Settlements(followUps, publisher, clock);
  }

  @Bean
  Deferrals deferrals(MongoDatabase database, FollowUps followUps) {
    return new Deferrals(database, followUps);
  }

  @Bean
  Progress progress(
      MongoDatabase database,
      FollowUps followUps,
      Deferrals deferrals,
      Events events,
      Publisher publisher,
      MachineClock clock,
      WorkSettings settings) {
    var count = new Count(followUps, deferrals);
    return new Progress(database, count, events, publisher, clock, settings);
  }

  @Bean
  Figures figures(MeterRegistry meters) {
    return new Figures(meters);
  }

  @Bean
  Changes changes(
      FollowUps followUps,
      Worlds worlds,
      Asks asks,
      Settlements settlements,
      OwnerLists lists,
      Progress progress,
      Figures figures) {
    return new Changes(followUps, worlds, asks, settlements, lists, progress, figures);
  }

  @Bean
  Allowances allowances(
      MongoDatabase database,
      FollowUps followUps,
      SenderSettings settings,
      MachineClock clock,
      Ids ids) {
    return new Allowances(database, followUps, settings, clock, ids);
  }

  @Bean
  DueTimer dueTimer(
      FollowUps followUps,
      Worlds worlds,
      Changes changes,
      Asks asks,
      Patience patience,
      Allowances allowances,
      Ids ids) {
    return new DueTimer(followUps, worlds, changes, asks, patience, allowances, ids);
  }

  @Bean
  RetryTimer retryTimer(
      FollowUps followUps, Worlds worlds, Changes changes, Asks asks, Patience patience) {
    return new RetryTimer(followUps, worlds, changes, asks, patience);
  }
}
