package dev.rapport.followup.ask;

import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.plan.Footing;
import dev.rapport.followup.plan.Meeting;
import dev.rapport.followup.plan.State.Due;
import dev.rapport.followup.plan.Window;
import dev.rapport.followup.plan.World;
import dev.rapport.messaging.Outgoing;
import dev.rapport.messaging.Publisher;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Asks for notifications and takes asks back; the same words again are harmless. */
public final class Asks {

  /** An item is some 300 bytes and a record at most a megabyte; more than this makes two asks. */
  private static final int ITEMS_AT_ONCE = 2_500;

  private final Publisher publisher;
  private final Notifications notifications;

  /** Takes where to send, and the ids to send under. */
  public Asks(Publisher publisher, Notifications notifications) {
    this.publisher = publisher;
    this.notifications = notifications;
  }

  private record Slot(UUID notification, UUID recipient, Purpose purpose, LocalDate day) {}

  /** Repeats the latest word on what is due, ask or cancel: one message per notification. */
  public void send(Collection<FollowUp> due, World world) {
    var asked = new ArrayList<FollowUp>();
    var takenBack = new ArrayList<FollowUp>();
    for (var followUp : due) {
      if (followUp.state() instanceof Due state) {
        (state.then() == null ? asked : takenBack).add(followUp);
      }
    }
    var messages = new ArrayList<Outgoing>();
    bySlot(asked)
        .forEach(
            (slot, items) -> {
              var window = SharedWindow.of(items, slot.day(), world).window();
              var traces = traces(items);
              ask(slot, window, world, inviteItems(items))
                  .forEach(message -> messages.add(message.tracedBy(traces)));
            });
    bySlot(takenBack)
        .forEach(
            (slot, items) ->
                messages.add(cancel(slot, items.stream().map(Asks::cancelled).toList())));
    publisher.send(messages);
  }

  /**
   * A list that is wanted: who is told, on which day, in which window.
   *
   * @param open of whom
   * @param beside of what else, before that
   * @param gone of whom no longer, though it was asked for
   * @param over of what else no longer
   */
  public record Wanted(
      UUID owner,
      LocalDate slot,
      Window window,
      List<FollowUp> open,
      List<Beside> beside,
      List<FollowUp> gone,
      List<UUID> over) {}

  /** Asks for the mails that tell owners who is still open, and takes back who is not. */
  public void sendLists(Collection<Wanted> lists, World world) {
    var messages = new ArrayList<Outgoing>();
    for (var list : lists) {
      var items = new ArrayList<FollowupDue.Item>();
      list.beside().forEach(beside -> items.add(FollowupDue.Item.of(beside)));
      list.open().forEach(f -> items.add(item(f, f.contact())));
      var id = notifications.id(list.owner(), Purpose.LIST, list.slot());
      var slot = new Slot(id, list.owner(), Purpose.LIST, list.slot());
      messages.addAll(ask(slot, list.window(), world, items));
      var gone = new ArrayList<FollowupDue.Item>();
      list.gone().forEach(f -> gone.add(cancelled(f)));
      list.over().forEach(over -> gone.add(FollowupDue.Item.over(over)));
      if (!gone.isEmpty()) {
        messages.add(cancel(slot, gone));
      }
    }
    publisher.send(messages);
  }

  private LinkedHashMap<Slot, List<FollowUp>> bySlot(List<FollowUp> followUps) {
    var slots = new LinkedHashMap<Slot, List<FollowUp>>();
    for (var followUp : followUps) {
      var due = (Due) followUp.state();
      var id = notifications.id(followUp, due.way(), due.slot());
      var slot = new Slot(id, followUp.contact(), Purpose.of(due.way()), due.slot());
      slots.computeIfAbsent(slot, s -> new ArrayList<>()).add(followUp);
    }
    return slots;
  }

  private static List<Outgoing> ask(
      Slot slot, Window window, World world, List<FollowupDue.Item> items) {
    var id = slot.notification();
    var left = new Window(later(window.from(), world), window.to());
    var sendAt = left.from().isBefore(left.to()) ? left.momentOf(id) : window.momentOf(id);
    var messages = new ArrayList<Outgoing>();
    for (var from = 0; from < items.size(); from += ITEMS_AT_ONCE) {
      var part = items.subList(from, Math.min(items.size(), from + ITEMS_AT_ONCE));
      messages.add(
          message(
              new FollowupDue(
                  "ask",
                  id,
                  slot.recipient(),
                  slot.purpose().word(),
                  slot.day(),
                  new FollowupDue.Between(window.from(), window.to()),
                  sendAt,
                  part)));
    }
    return messages;
  }

  private static Outgoing cancel(Slot slot, List<FollowupDue.Item> items) {
    return message(
        new FollowupDue(
            "cancel",
            slot.notification(),
            slot.recipient(),
            slot.purpose().word(),
            slot.day(),
            null,
            null,
            items));
  }

  private static Outgoing message(FollowupDue due) {
    var newest = due.items().stream().mapToLong(FollowupDue.Item::rev).max().orElse(0);
    var id = String.join("/", due.notification().toString(), due.kind(), Long.toString(newest));
    return Outgoing.fact(FollowupDue.TOPIC, due.recipient(), id, due);
  }

  private static Instant later(Instant from, World world) {
    return from.isBefore(world.now()) ? world.now() : from;
  }

  private static List<FollowupDue.Item> inviteItems(List<FollowUp> followUps) {
    return followUps.stream().map(f -> item(f, f.owner())).toList();
  }

  private static List<String> traces(List<FollowUp> followUps) {
    return followUps.stream().map(f -> f.meeting().trace()).filter(Objects::nonNull).toList();
  }

  private static FollowupDue.Item cancelled(FollowUp followUp) {
    return FollowupDue.Item.cancelled(followUp.id(), followUp.rev());
  }

  private static FollowupDue.Item item(FollowUp followUp, UUID person) {
    var meeting = followUp.meeting();
    var due = followUp.state() instanceof Due d ? d : null;
    return new FollowupDue.Item(
        followUp.id(),
        followUp.rev(),
        person,
        followUp.event(),
        meeting.firstMet(),
        meeting.lastMet(),
        meeting.how(),
        meeting.reportedBy() == Meeting.ReportedBy.NONE ? null : meeting.reportedBy().word(),
        due == null ? null : !due.byHand(),
        due != null && due.footing() == Footing.BOTH_WILLING ? true : null,
        due != null && due.footing() == Footing.CONNECTED ? true : null,
        due == null ? null : followUp.words(),
        null,
        null,
        null,
        null,
        null);
  }
}
