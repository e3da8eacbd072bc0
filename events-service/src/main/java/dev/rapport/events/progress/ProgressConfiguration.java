package dev.rapport.events.progress;

import dev.rapport.events.event.Event;
import dev.rapport.events.event.Events;
import dev.rapport.events.life.State;
import dev.rapport.events.progress.ContactsMessages.MeetingsCounted;
import dev.rapport.events.progress.FollowupMessages.FollowupProgress;
import dev.rapport.messaging.Inbox;
import dev.rapport.messaging.Message;
import dev.rapport.messaging.Repeater;
import dev.rapport.messaging.Watch;
import dev.rapport.messaging.WorkSettings;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The functions behind the bindings, the timers and the gauge. */
@Configuration(proxyBeanMethods = false)
class ProgressConfiguration {

  @Bean
  Consumer<List<ConsumerRecord<byte[], byte[]>>> meetingsCounted(Inbox inbox, Events events) {
    return inbox.batch(
        ContactsMessages.MEETINGS_COUNTED,
        messages ->
            events.countMeetings(
                newest(
                    messages,
                    MeetingsCounted::rev,
                    counted -> new Event.Id(counted.event()),
                    MeetingsCounted::counts)));
  }

  @Bean
  Consumer<List<ConsumerRecord<byte[], byte[]>>> followupProgress(Inbox inbox, Events events) {
    return inbox.batch(
        FollowupMessages.FOLLOWUP_PROGRESS,
        messages ->
            events.countProgress(
                newest(
                    messages,
                    FollowupProgress::rev,
                    progress -> new Event.Id(progress.event()),
                    FollowupProgress::counts)));
  }

  @Bean
  Repeater eventTimer(Events events, WorkSettings settings) {
    return new Repeater("The timer of starts and ends", settings.poll(), events::timePassed);
  }

  @Bean
  Repeater secondLook(Events events, WorkSettings settings) {
    return new Repeater("The second look at counts", settings.poll(), events::lookAgain);
  }

  @Autowired
  void watched(Events events, Watch watch) {
    for (var state : State.values()) {
      var tags = Tags.of("state", state.wireName());
      watch.number("rapport.events", tags, "Events by state", () -> events.count(state));
    }
    watch.number(
        "rapport.meetings.not.in.followup",
        Tags.empty(),
        "Directions of counted meetings of running events that have no follow-up yet",
        () -> events.running().stream().mapToLong(e -> e.counts().notInFollowUp()).sum());
  }

  /** Of several records about one event in a batch, only the newest matters. */
  private static <T, C> Map<Event.Id, C> newest(
      List<Message<T>> messages,
      ToLongFunction<T> rev,
      Function<T, Event.Id> id,
      Function<T, C> counts) {
    var newest = new HashMap<Event.Id, T>();
    for (var message : messages) {
      newest.merge(
          id.apply(message.body()),
          message.body(),
          (one, other) -> rev.applyAsLong(one) > rev.applyAsLong(other) ? one : other);
    }
    var result = new HashMap<Event.Id, C>();
    newest.forEach((event, message) -> result.put(event, counts.apply(message)));
    return result;
  }
}
