package dev.rapport.followup;

import dev.rapport.followup.change.Backlog;
import dev.rapport.followup.due.DueTimer;
import dev.rapport.followup.due.RetryTimer;
import dev.rapport.followup.list.ListTimer;
import dev.rapport.followup.settle.Progress;
import dev.rapport.followup.settle.Settlements;
import dev.rapport.followup.store.FollowUps;
import dev.rapport.messaging.EventClock;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.Repeater;
import dev.rapport.messaging.Watch;
import dev.rapport.messaging.WorkSettings;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What runs by itself, each in a loop of its own. */
@Configuration(proxyBeanMethods = false)
class Loops {

  @Bean
  Repeater dueLoop(WorkSettings settings, DueTimer timer) {
    return new Repeater("due", settings.poll(), timer::takeUp);
  }

  @Bean
  Repeater retryLoop(WorkSettings settings, RetryTimer timer) {
    return new Repeater("retry", settings.poll(), timer::repeat);
  }

  @Bean
  Repeater listLoop(WorkSettings settings, ListTimer timer) {
    return new Repeater("lists", settings.poll(), timer::tell);
  }

  @Bean
  Repeater listRetryLoop(WorkSettings settings, ListTimer timer) {
    return new Repeater("list-retry", settings.poll(), timer::askAgain);
  }

  @Bean
  Repeater outboxLoop(WorkSettings settings, Settlements settlements) {
    return new Repeater("outbox", settings.poll(), settlements::sweep);
  }

  @Bean
  Repeater progressLoop(WorkSettings settings, Progress progress) {
    return new Repeater("progress", settings.poll(), progress::tell);
  }

  @Bean
  Repeater backlogLoop(
      WorkSettings settings,
      FollowUps followUps,
      EventClock event,
      MachineClock machine,
      Watch watch,
      MeterRegistry meters) {
    var backlog = new Backlog(followUps, event, machine, watch, meters);
    return new Repeater("backlog", settings.retryAfter(), backlog::count);
  }

  @Bean
  Repeater progressOutboxLoop(WorkSettings settings, Progress progress) {
    return new Repeater("progress-outbox", settings.poll(), progress::sweep);
  }
}
