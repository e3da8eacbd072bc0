package dev.rapport.followup.ask;

import dev.rapport.followup.plan.Window;
import dev.rapport.messaging.Outgoing;
import dev.rapport.messaging.Publisher;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Asks for welcomes and takes them back: an item per attendance; those of a day share a mail. */
public final class WelcomeAsks {

  private final Publisher publisher;
  private final Notifications notifications;

  /** Takes where to send, and the ids to send under. */
  public WelcomeAsks(Publisher publisher, Notifications notifications) {
    this.publisher = publisher;
    this.notifications = notifications;
  }

  /** A welcome that is wanted, or no longer. */
  public record Wanted(
      UUID attendance, long rev, UUID person, UUID event, LocalDate day, Window window) {}

  /** Asks for these; the same again is harmless. */
  public void ask(Collection<Wanted> wanted, Instant now) {
    publisher.send(wanted.stream().map(one -> ask(one, now)).toList());
  }

  /** Takes these back. */
  public void cancel(Collection<Wanted> unwanted) {
    publisher.send(unwanted.stream().map(this::cancel).toList());
  }

  private Outgoing ask(Wanted wanted, Instant now) {
    var id = notifications.id(wanted.person(), Purpose.WELCOME, wanted.day());
    var window = wanted.window();
    var from = window.from().isBefore(now) ? now : window.from();
    var left = from.isBefore(window.to()) ? new Window(from, window.to()) : window;
    return message(
        new FollowupDue(
            "ask",
            id,
            wanted.person(),
            Purpose.WELCOME.word(),
            wanted.day(),
            new FollowupDue.Between(window.from(), window.to()),
            left.momentOf(id),
            List.of(FollowupDue.Item.welcome(wanted.attendance(), wanted.rev(), wanted.event()))),
        wanted);
  }

  private Outgoing cancel(Wanted wanted) {
    return message(
        new FollowupDue(
            "cancel",
            notifications.id(wanted.person(), Purpose.WELCOME, wanted.day()),
            wanted.person(),
            Purpose.WELCOME.word(),
            wanted.day(),
            null,
            null,
            List.of(FollowupDue.Item.welcome(wanted.attendance(), wanted.rev(), null))),
        wanted);
  }

  private static Outgoing message(FollowupDue due, Wanted wanted) {
    var id = String.join("/", wanted.attendance().toString(), due.kind(), "" + wanted.rev());
    return Outgoing.fact(FollowupDue.TOPIC, due.recipient(), id, due);
  }
}
