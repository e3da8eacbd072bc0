package dev.rapport.contacts.person;

import dev.rapport.access.LineSchema;
import dev.rapport.messaging.Repeater;
import dev.rapport.messaging.WorkSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What requests left behind is said all the same. */
@Configuration(proxyBeanMethods = false)
class PersonWork {

  @Bean
  LineSchema personLine() {
    return new LineSchema(PersonBodies.PersonLine.class);
  }

  @Bean
  Repeater personChangedSweep(Announcing announcing, WorkSettings settings) {
    return new Repeater("person-changed sweep", settings.poll(), announcing::sweep);
  }
}
