package dev.rapport.events.attendance;

import dev.rapport.access.LineSchema;
import dev.rapport.events.lines.Announcer;
import dev.rapport.events.person.ContactsMessages;
import dev.rapport.events.person.ContactsMessages.PersonChanged;
import dev.rapport.events.person.People;
import dev.rapport.events.profile.Profiles;
import dev.rapport.messaging.Inbox;
import dev.rapport.messaging.Message;
import dev.rapport.messaging.Watch;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The function behind the binding of people, the gauge, and how a bulk line is described. */
@Configuration(proxyBeanMethods = false)
class AttendanceConfiguration {

  private static final Logger log = LoggerFactory.getLogger(AttendanceConfiguration.class);

  @Bean
  Consumer<List<ConsumerRecord<byte[], byte[]>>> personChanged(
      Inbox inbox, People people, Profiles profiles, Attendances attendances) {
    return inbox.batch(
        ContactsMessages.PERSON_CHANGED, messages -> hear(messages, people, profiles, attendances));
  }

  private static void hear(
      List<Message<PersonChanged>> messages,
      People people,
      Profiles profiles,
      Attendances attendances) {
    var changed = new ArrayList<PersonChanged>();
    var erased = new HashMap<UUID, Long>();
    for (var message : messages) {
      var value = message.value();
      if (value == null) {
        person(message.key()).ifPresent(id -> erased.merge(id, message.rev(), Math::max));
      } else if (value.isRegistered()) { // old friends attend nothing
        changed.add(value);
      }
    }
    people.register(changed);
    profiles.keep(changed);
    if (!erased.isEmpty()) {
      attendances.erase(erased);
    }
  }

  private static Optional<UUID> person(String key) {
    try {
      return Optional.of(UUID.fromString(key));
    } catch (IllegalArgumentException e) {
      log.warn("A tombstone's key is no person's id; it erases nobody.");
      return Optional.empty();
    }
  }

  @Bean
  Announcer attendanceAnnouncer(AttendanceStore store) {
    return store.announcer();
  }

  @Bean
  LineSchema attendanceLine() {
    return new LineSchema(AttendanceBody.Line.class);
  }

  @Autowired
  void attendancesKept(AttendanceStore store, Watch watch) {
    watch.number(
        "rapport.attendances",
        Tags.empty(),
        "Attendances kept, cancelled and erased ones included",
        store::estimatedCount);
  }
}
