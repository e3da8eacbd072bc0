package dev.rapport.followup.hear;

import dev.rapport.followup.ask.Notifications;
import dev.rapport.followup.change.Changes;
import dev.rapport.followup.introduce.Introducing;
import dev.rapport.followup.list.ListTimer;
import dev.rapport.followup.nurture.Nurturing;
import dev.rapport.followup.settle.Deferrals;
import dev.rapport.followup.settle.Progress;
import dev.rapport.followup.store.Attendances;
import dev.rapport.followup.store.Blocks;
import dev.rapport.followup.store.Concerned;
import dev.rapport.followup.store.Events;
import dev.rapport.followup.store.FollowUps;
import dev.rapport.followup.store.People;
import dev.rapport.followup.store.Worlds;
import dev.rapport.followup.welcome.WelcomeTimer;
import dev.rapport.followup.welcome.Welcomes;
import dev.rapport.messaging.Contract;
import dev.rapport.messaging.Ids;
import dev.rapport.messaging.Inbox;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.Publisher;
import dev.rapport.messaging.Repeater;
import dev.rapport.messaging.Trails;
import dev.rapport.messaging.WorkSettings;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The functions behind the bindings: one per topic. */
@Configuration(proxyBeanMethods = false)
class Hearing {

  @Bean
  Consumer<List<ConsumerRecord<byte[], byte[]>>> contactMet(
      Inbox inbox, Changes changes, Worlds worlds, Blocks blocks, Ids ids, Trails trails) {
    var meetings = new Meetings(changes, worlds, blocks, ids, trails);
    return inbox.batch(Contract.of("contact-met", ContactMet.class), meetings::heard);
  }

  @Bean
  EventsHeard eventsHeard(
      Events events,
      FollowUps followUps,
      Changes changes,
      Progress progress,
      Worlds worlds,
      Welcomes welcomes) {
    return new EventsHeard(events, followUps, changes, progress, worlds, welcomes);
  }

  @Bean
  Consumer<List<ConsumerRecord<byte[], byte[]>>> eventChanged(Inbox inbox, EventsHeard events) {
    return inbox.batch(Contract.of("event-changed", EventChanged.class), events::heard);
  }

  @Bean
  Consumer<List<ConsumerRecord<byte[], byte[]>>> attendanceChanged(
      Inbox inbox,
      Attendances attendances,
      Welcomes welcomes,
      FollowUps followUps,
      Changes changes) {
    var heard = new AttendancesHeard(attendances, welcomes, followUps, changes);
    return inbox.batch(Contract.of("attendance-changed", AttendanceChanged.class), heard::heard);
  }

  @Bean
  Repeater eventFollower(WorkSettings settings, EventsHeard events) {
    return new Repeater("event-follower", settings.poll(), events::follow);
  }

  @Bean
  Consumer<List<ConsumerRecord<byte[], byte[]>>> personChanged(
      Inbox inbox,
      People people,
      FollowUps followUps,
      MachineClock clock,
      Changes changes,
      List<Concerned> concerned,
      Publisher publisher) {
    var heard = new PeopleHeard(people, followUps, clock, changes, concerned, publisher);
    return inbox.batch(
        Contract.of("person-changed", PersonChanged.class).withTombstones(), heard::heard);
  }

  @Bean
  Answers answers(
      Changes changes,
      ListTimer lists,
      WelcomeTimer welcomes,
      Notifications notifications,
      Deferrals deferrals) {
    return new Answers(changes, lists, welcomes, notifications, deferrals);
  }

  @Bean
  Consumer<List<ConsumerRecord<byte[], byte[]>>> notificationSettled(Inbox inbox, Answers answers) {
    return inbox.batch(
        Contract.of("notification-settled", NotificationSettled.class), answers::told);
  }

  @Bean
  Consumer<List<ConsumerRecord<byte[], byte[]>>> followupSettled(
      Inbox inbox, Changes changes, List<Concerned> concerned, Ids ids) {
    var mirror = new Mirror(changes, concerned, ids);
    return inbox.batch(Contract.of("followup-settled", FollowupSettled.class), mirror::heard);
  }

  @Bean
  Consumer<List<ConsumerRecord<byte[], byte[]>>> interactionLogged(
      Inbox inbox, Nurturing nurturing) {
    return inbox.batch(
        Contract.of("interaction-logged", InteractionLogged.class),
        messages -> nurturing.logged(messages.stream().map(m -> m.body().toLogged()).toList()));
  }

  @Bean
  Consumer<List<ConsumerRecord<byte[], byte[]>>> introductionSuggested(
      Inbox inbox, Introducing introducing) {
    return inbox.batch(
        Contract.of("introduction-suggested", IntroductionSuggested.class),
        messages ->
            introducing.heard(messages.stream().map(m -> m.body().toIntroduction()).toList()));
  }
}
