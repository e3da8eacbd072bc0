package dev.rapport.notification.send;

import dev.rapport.messaging.Repeater;
import dev.rapport.messaging.WorkSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The loops behind sending. */
@Configuration(proxyBeanMethods = false)
class Loops {

  @Bean
  Repeater gateProbe(Gate gate) {
    return new Repeater("gate-probe", Gate.PAUSE, gate::probe);
  }

  @Bean
  Repeater inviting(InvitationSender sender, WorkSettings settings) {
    return new Repeater("inviter", settings.poll(), sender::round);
  }

  @Bean
  Repeater sending(Sender sender, WorkSettings settings) {
    return new Repeater("sender", settings.poll(), sender::round);
  }
}
