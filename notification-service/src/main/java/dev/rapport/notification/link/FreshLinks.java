package dev.rapport.notification.link;

import dev.rapport.access.ActionToken;
import dev.rapport.messaging.EventClock;
import dev.rapport.notification.directory.Event;
import dev.rapport.notification.directory.Events;
import dev.rapport.notification.directory.Person;
import dev.rapport.notification.key.Links;
import dev.rapport.notification.mail.FreshLink;
import dev.rapport.notification.mail.Renderer;
import dev.rapport.notification.model.Item;
import dev.rapport.notification.send.Errands;
import dev.rapport.notification.store.Notifications;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Mails a fresh link to who has one of our mails, at the person's own address: a forwarded mail
 * opens nobody's pages.
 */
@Component
class FreshLinks {

  private final PageLinks pageLinks;
  private final FreshLinkAllowance allowance;
  private final Links links;
  private final Notifications notifications;
  private final Events events;
  private final Renderer renderer;
  private final Errands errands;
  private final EventClock clock;

  FreshLinks(
      PageLinks pageLinks,
      FreshLinkAllowance allowance,
      Links links,
      Notifications notifications,
      Events events,
      Renderer renderer,
      Errands errands,
      EventClock clock) {
    this.pageLinks = pageLinks;
    this.allowance = allowance;
    this.links = links;
    this.notifications = notifications;
    this.events = events;
    this.renderer = renderer;
    this.errands = errands;
    this.clock = clock;
  }

  /** What became of it; the page says so. */
  enum Done {
    SENT,
    TOO_MANY,
    NEVER,
    NOT_NOW
  }

  Done send(ActionToken token, Person.Known person) {
    var event = event(token);
    if (event == null || !errands.isReady()) {
      return Done.NOT_NOW;
    }
    if (!errands.mayGoTo(person.email())) {
      return Done.NEVER;
    }
    if (!allowance.take(person.id())) {
      return Done.TOO_MANY;
    }
    return switch (errands.send(() -> mail(person, event))) {
      case SENT -> Done.SENT;
      case NEVER -> Done.NEVER;
      case NOT_NOW -> Done.NOT_NOW;
    };
  }

  private dev.rapport.notification.mail.Mail mail(Person.Known person, Event event) {
    var issued = pageLinks.issue(person.id());
    var id = UUID.randomUUID();
    var link =
        new FreshLink(
            id,
            person,
            event,
            links.messageId(id),
            links.open(issued.secret()),
            PageLinks.VALID.toMinutes());
    return renderer.render(link, clock.now());
  }

  /** The event of the mail that carries the link. */
  private @Nullable Event event(ActionToken token) {
    var notification = notifications.find(Set.of(token.notification())).get(token.notification());
    if (notification == null) {
      return null;
    }
    var about =
        notification.items().stream()
            .map(Item::meeting)
            .filter(Objects::nonNull)
            .map(Item.Meeting::event)
            .toList();
    return about.isEmpty() ? null : events.find(about).get(about.getFirst());
  }
}
