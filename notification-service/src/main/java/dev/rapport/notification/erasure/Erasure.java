package dev.rapport.notification.erasure;

import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.Outgoing;
import dev.rapport.messaging.Publisher;
import dev.rapport.notification.directory.Forgetting;
import dev.rapport.notification.directory.People;
import dev.rapport.notification.link.FreshLinkAllowance;
import dev.rapport.notification.link.PageLinks;
import dev.rapport.notification.mastodon.Linking;
import dev.rapport.notification.store.Notifications;
import dev.rapport.notification.suppression.Suppressions;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Forgets people. Mails are not stored, so what is personal here is the copy, the suppressions,
 * linked accounts and what servers said; notifications keep ids, because what was sent was sent.
 */
@Component
class Erasure implements Forgetting {

  private static final String SERVICE = "notification";

  private final People people;
  private final Suppressions suppressions;
  private final Notifications notifications;
  private final PageLinks pageLinks;
  private final FreshLinkAllowance allowance;
  private final Linking linking;
  private final Publisher publisher;
  private final MachineClock clock;

  Erasure(
      People people,
      Suppressions suppressions,
      Notifications notifications,
      PageLinks pageLinks,
      FreshLinkAllowance allowance,
      Linking linking,
      Publisher publisher,
      MachineClock clock) {
    this.people = people;
    this.suppressions = suppressions;
    this.notifications = notifications;
    this.pageLinks = pageLinks;
    this.allowance = allowance;
    this.linking = linking;
    this.publisher = publisher;
    this.clock = clock;
  }

  @Override
  public void forget(Map<UUID, Long> erased) {
    if (erased.isEmpty()) {
      return;
    }
    people.erase(erased);
    suppressions.forget(erased.keySet());
    notifications.forget(erased.keySet());
    pageLinks.forget(erased.keySet());
    allowance.forget(erased.keySet());
    linking.forget(erased.keySet());
    var at = clock.now();
    publisher.send(
        erased.entrySet().stream()
            .map(
                e ->
                    Outgoing.fact(
                        PersonErased.TOPIC,
                        e.getKey(),
                        e.getKey() + "/" + SERVICE + "/" + e.getValue(),
                        new PersonErased(e.getKey(), SERVICE, e.getValue(), at)))
            .toList());
  }
}
