package dev.rapport.notification.send;

import dev.rapport.messaging.EventClock;
import dev.rapport.messaging.MachineClock;
import dev.rapport.notification.channel.Channel;
import dev.rapport.notification.channel.Channels;
import dev.rapport.notification.channel.Invitation;
import dev.rapport.notification.channel.Outcome;
import dev.rapport.notification.model.Item;
import dev.rapport.notification.model.Notification;
import dev.rapport.notification.model.Result;
import dev.rapport.notification.store.Claimed;
import dev.rapport.notification.store.Step;
import dev.rapport.notification.store.Wire;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What happens to a claimed invitation: checked, asked about, checked again (a question may take
 * longer than a check is good for), marked as on the wire, sent, answered.
 */
@Component
class InvitationRound {

  private static final Logger log = LoggerFactory.getLogger(InvitationRound.class);

  private final Gate gate;
  private final Inspection inspection;
  private final Channels channels;
  private final Wire wire;
  private final Records records;
  private final InvitationConclusion conclusion;
  private final EventClock eventClock;
  private final MachineClock machineClock;

  InvitationRound(
      Gate gate,
      Inspection inspection,
      Channels channels,
      Wire wire,
      Records records,
      Pauses pauses,
      EventClock eventClock,
      MachineClock machineClock) {
    this.gate = gate;
    this.inspection = inspection;
    this.channels = channels;
    this.wire = wire;
    this.records = records;
    this.conclusion = new InvitationConclusion(pauses);
    this.eventClock = eventClock;
    this.machineClock = machineClock;
  }

  /**
   * Sends, unless there is a reason not to.
   *
   * @param until nothing starts later: the claim must outlive its answer
   */
  void send(Claimed claimed, Instant until) {
    var notification = claimed.notification();
    if (claimed.onTheWire()) {
      log.warn("Invitation {} was left on the wire by a sender that vanished.", claimed.id());
      var word = notification.route().channel();
      record(conclusion.abandoned(claimed, word == null ? "none" : word, now(), today()));
      return;
    }
    var ready = look(claimed);
    if (ready == null) {
      return;
    }
    var item = ready.items().getFirst();
    var invitation = invitation(ready, item);
    var channel =
        notification.isInDoubt()
            ? channels.doubtful(invitation, notification.route())
            : channels.next(invitation, notification.route());
    if (channel == null) {
      record(conclusion.over(ready.claimed(), item, Result.REFUSED));
    } else if (isOver(notification) && !channel.canBeAsked()) {
      record(conclusion.over(ready.claimed(), item, Result.LATE));
    } else {
      go(ready, item, channel, channel.ask(invitation), until);
    }
  }

  private void go(Ready ready, Item item, Channel channel, Channel.Turn turn, Instant until) {
    var claimed = ready.claimed();
    switch (turn) {
      case Channel.Turn.Over(var outcome) -> {
        var certain = !claimed.notification().isInDoubt();
        record(conclusion.of(claimed, item, channel.word(), outcome, certain, now(), today()));
      }
      case Channel.Turn.Free(var send) -> {
        var certain = channel.canBeAsked() || !claimed.notification().isInDoubt();
        if (certain && isOver(claimed.notification())) {
          record(conclusion.certain(claimed, item, Result.LATE));
        } else {
          send(claimed, item, channel, send, certain, until);
        }
      }
    }
  }

  private void send(
      Claimed asked,
      Item item,
      Channel channel,
      Supplier<Outcome> send,
      boolean certain,
      Instant until) {
    var asOf = gate.asOf();
    var ready = asOf == null ? null : look(asked);
    if (asOf != null && ready == null) {
      return; // answered by now
    }
    var claimed = ready == null ? asked : ready.claimed();
    var date = today();
    var inTime =
        asOf != null
            && gate.isFresh(asOf)
            && now().isBefore(until)
            && !isOver(claimed.notification());
    if (ready == null || !inTime || !ready.items().contains(item)) {
      record(conclusion.again(claimed));
    } else if (!wire.mark(claimed, channel.word())) {
      record(Step.of(claimed, new Step.Then.Release()));
    } else {
      var outcome = attempt(claimed, send);
      record(conclusion.of(claimed, item, channel.word(), outcome, certain, now(), date));
    }
  }

  /** One that goes wrong is in doubt: nobody knows how far it came. */
  private static Outcome attempt(Claimed claimed, Supplier<Outcome> send) {
    try {
      return send.get();
    } catch (RuntimeException e) {
      log.error("Invitation {} ended early on the wire.", claimed.id(), e);
      return new Outcome.Silence();
    }
  }

  /** Looks at it with everything read afresh; null when there is nothing to be sent. */
  private @Nullable Ready look(Claimed claimed) {
    var found = inspection.look(List.of(claimed));
    records.write(found.steps());
    return found.ready().isEmpty() ? null : found.ready().getFirst();
  }

  private static Invitation invitation(Ready ready, Item item) {
    var content = ready.content();
    var about =
        content.about().stream()
            .filter(each -> each.followUp().equals(item.followUp()))
            .findFirst()
            .orElseThrow();
    return new Invitation(
        ready.claimed().id(),
        item.followUp(),
        about.other(),
        content.recipient(),
        about.event(),
        about.meeting().firstMet(),
        about.meeting().how());
  }

  private boolean isOver(Notification notification) {
    var window = notification.window();
    return window == null || window.isOver(today());
  }

  private void record(Step step) {
    records.write(List.of(step));
  }

  private Instant now() {
    return machineClock.now();
  }

  private Instant today() {
    return eventClock.now();
  }
}
