package dev.rapport.notification.send;

import dev.rapport.messaging.EventClock;
import dev.rapport.notification.directory.Event;
import dev.rapport.notification.directory.Events;
import dev.rapport.notification.directory.People;
import dev.rapport.notification.directory.Person;
import dev.rapport.notification.key.Links;
import dev.rapport.notification.mail.Content;
import dev.rapport.notification.model.Item;
import dev.rapport.notification.model.Notification;
import dev.rapport.notification.store.Claimed;
import dev.rapport.notification.store.Step;
import dev.rapport.notification.suppression.Suppressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The last look at what was claimed, with everything read afresh in three queries. */
@Component
class Inspection {

  private final People people;
  private final Events events;
  private final Suppressions suppressions;
  private final Links links;
  private final SendingSettings settings;
  private final Pauses pauses;
  private final EventClock clock;

  Inspection(
      People people,
      Events events,
      Suppressions suppressions,
      Links links,
      SendingSettings settings,
      Pauses pauses,
      EventClock clock) {
    this.people = people;
    this.events = events;
    this.suppressions = suppressions;
    this.links = links;
    this.settings = settings;
    this.pauses = pauses;
    this.clock = clock;
  }

  /**
   * What the look found.
   *
   * @param steps to be written before anything is sent
   */
  record Found(List<Step> steps, List<Ready> ready) {}

  /** Looks at claimed notifications. */
  Found look(List<Claimed> claimed) {
    var notifications = claimed.stream().map(Claimed::notification).toList();
    var known = people.find(mentioned(notifications));
    var held =
        events.find(meetings(notifications).map(Item.Meeting::event).collect(Collectors.toSet()));
    var unwanted = suppressions.among(notifications);
    var check = new Check(known, held, n -> unwanted.contains(n.id()), settings::allows);
    var now = clock.now();
    var steps = new ArrayList<Step>();
    var ready = new ArrayList<Ready>();
    for (var one : claimed) {
      switch (check.of(one.notification(), now)) {
        case Check.Verdict.Answered(var answers) -> steps.add(Step.settled(one, answers));
        case Check.Verdict.Unknown() ->
            steps.add(Step.of(one, new Step.Then.Postpone(pauses.next(one.notification(), 0))));
        case Check.Verdict.Send send -> {
          var claim = one;
          if (!send.answers().isEmpty()) {
            steps.add(new Step(one, send.answers(), new Step.Then.Keep(), null));
            claim = one.answered();
          }
          ready.add(new Ready(claim, send.items(), content(one.notification(), send, known, held)));
        }
      }
    }
    return new Found(steps, ready);
  }

  private Content content(
      Notification notification,
      Check.Verdict.Send send,
      Map<UUID, Person> known,
      Map<UUID, Event> held) {
    var about = send.items().stream().map(item -> about(item, known, held)).toList();
    if (!notification.purpose().isMail()) {
      return Content.withoutLinks(
          notification.id(), notification.purpose(), send.recipient(), about);
    }
    return new Content(
        notification.id(),
        notification.purpose(),
        send.recipient(),
        about,
        links.messageId(notification.id()),
        links.answers(notification),
        links.unsubscribe(notification),
        links.fresh(notification));
  }

  private static Content.About about(Item item, Map<UUID, Person> known, Map<UUID, Event> held) {
    var meeting = Objects.requireNonNull(item.meeting());
    if (!(known.get(meeting.person()) instanceof Person.Known other)) {
      throw new IllegalStateException("An item passed the check without a known person");
    }
    return new Content.About(
        item.followUp(),
        meeting,
        other,
        second(meeting, known),
        Objects.requireNonNull(held.get(meeting.event())));
  }

  /** The second of an introduction, as long as they agree to be introduced. */
  private static Person.@Nullable Known second(Item.Meeting meeting, Map<UUID, Person> known) {
    var other = meeting.manner().aside().other();
    return other != null
            && known.get(other) instanceof Person.Known second
            && second.agreesTo(Person.Consent.BE_INTRODUCED)
        ? second
        : null;
  }

  private static Set<UUID> mentioned(List<Notification> notifications) {
    var ids = meetings(notifications).map(Item.Meeting::person).collect(Collectors.toSet());
    meetings(notifications)
        .flatMap(meeting -> Stream.ofNullable(meeting.manner().aside().other()))
        .forEach(ids::add);
    notifications.forEach(notification -> ids.add(notification.recipient()));
    return ids;
  }

  private static Stream<Item.Meeting> meetings(List<Notification> notifications) {
    return notifications.stream()
        .flatMap(notification -> notification.openItems().stream())
        .flatMap(item -> Stream.ofNullable(item.meeting()));
  }
}
