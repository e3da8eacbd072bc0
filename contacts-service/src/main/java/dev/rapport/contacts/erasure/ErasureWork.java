package dev.rapport.contacts.erasure;

import dev.rapport.messaging.Inbox;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.Outgoing;
import dev.rapport.messaging.Publisher;
import dev.rapport.messaging.Repeater;
import dev.rapport.messaging.Watch;
import dev.rapport.messaging.WorkSettings;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sees erasures through, and hears which services are done. */
@Configuration(proxyBeanMethods = false)
class ErasureWork {

  @Bean
  Repeater erasureLooks(
      Erasures erasures,
      Erasing erasing,
      Forgetting forgetting,
      Publisher publisher,
      MachineClock clock,
      Watch watch,
      WorkSettings settings) {
    watch.age(
        "rapport.erasure.age",
        Tags.empty(),
        "Age of the oldest erasure that some service has not acknowledged",
        erasures::oldestOpen);
    return new Repeater(
        "erasures",
        settings.poll(),
        () -> {
          var due = erasures.take(settings.retryAfter());
          if (due == null) {
            return false;
          }
          var person = due.person();
          forgetting.removeAll(person);
          var rev = due.owner() == null ? erasing.remove(person) : erasing.removeFriend(person);
          // Whoever had old friends is erased when these are, everywhere.
          if (!erasures.hasOpenFriends(person)) {
            publisher.send(List.of(said(due, rev, clock)));
          }
          erasures.looked(due, due.nextLook(clock.now(), settings.retryAfter()));
          return true;
        });
  }

  private static Outgoing said(Erasure erasure, long rev, MachineClock clock) {
    var person = erasure.person();
    return Outgoing.fact(
        PersonErased.CONTRACT.topic(),
        person,
        "%s/contacts/%d".formatted(person, rev),
        new PersonErased(person, PersonErased.Service.contacts, rev, clock.now()));
  }

  @Bean
  Consumer<List<ConsumerRecord<byte[], byte[]>>> personErased(Inbox inbox, Erasures erasures) {
    return inbox.batch(
        PersonErased.CONTRACT,
        messages -> messages.forEach(message -> erasures.acknowledge(message.body())));
  }
}
