package dev.rapport.notification.mastodon;

import dev.rapport.messaging.WorkSettings;
import dev.rapport.notification.outward.Outward;
import dev.rapport.notification.outward.OutwardSettings;
import dev.rapport.notification.outward.PublicAddresses;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Calls servers that people name: public ones only. */
@Configuration(proxyBeanMethods = false)
class OutwardConfiguration {

  @Bean
  Outward mastodonOutward(MastodonSettings settings, OutwardSettings outward, WorkSettings work) {
    return new Outward(
        new PublicAddresses(settings.allowLoopback()),
        outward.timeoutWithin(work.claimExpiry()),
        outward.rest());
  }
}
