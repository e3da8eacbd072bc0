package dev.rapport.notification.preview;

import dev.rapport.messaging.EventClock;
import dev.rapport.messaging.Ids;
import dev.rapport.notification.directory.Event;
import dev.rapport.notification.directory.Events;
import dev.rapport.notification.directory.Person;
import dev.rapport.notification.mail.Content;
import dev.rapport.notification.mail.Renderer;
import dev.rapport.notification.mail.Sample;
import dev.rapport.notification.model.Item;
import dev.rapport.notification.model.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes samples by what makes the real mails. Their people are made up, and their links lead
 * nowhere.
 */
@Component
class Samples {

  private static final String NOWHERE = "https://example.org/sample";
  private static final UUID ADA = new UUID(0, 1);
  private static final UUID BEN = new UUID(0, 2);
  private static final UUID CLEO = new UUID(0, 3);

  private final Events events;
  private final Renderer renderer;
  private final Ids ids;
  private final EventClock clock;

  Samples(Events events, Renderer renderer, Ids ids, EventClock clock) {
    this.events = events;
    this.renderer = renderer;
    this.ids = ids;
    this.clock = clock;
  }

  /** A sample for the event that an organiser calls so; empty while it is not known here. */
  Optional<Sample> of(String organiser, String event, Purpose purpose, Locale language) {
    return of(ids.of("event", organiser, event), purpose, language);
  }

  /** A sample for the event of this id. */
  Optional<Sample> of(UUID id, Purpose purpose, Locale language) {
    return Optional.ofNullable(events.find(Set.of(id)).get(id))
        .map(event -> renderer.sample(content(event, purpose, language)));
  }

  /** What can be shown beforehand: invite, list. */
  static @Nullable Purpose purpose(String word) {
    return switch (word) {
      case "invite" -> Purpose.INVITE;
      case "list" -> Purpose.LIST;
      default -> null;
    };
  }

  private Content content(Event event, Purpose purpose, Locale language) {
    return new Content(
        new UUID(0, 0),
        purpose,
        person(CLEO, "Cleo Sample", language),
        List.of(
            about(event, person(ADA, "Ada Sample", language)),
            about(event, person(BEN, "Ben Sample", language))),
        "<sample@example.org>",
        NOWHERE,
        NOWHERE,
        NOWHERE);
  }

  private Content.About about(Event event, Person.Known other) {
    var met = clock.now().minus(Duration.ofDays(1));
    var meeting = new Item.Meeting(other.id(), event.id(), met, met, "faceToFace", true);
    return new Content.About(other.id(), meeting, other, event);
  }

  private static Person.Known person(UUID id, String name, Locale language) {
    return new Person.Known(id, name, name, "sample@example.org", language, null, List.of());
  }
}
