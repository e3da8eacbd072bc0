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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What happens to claimed invitations. Those of a channel that cannot be asked are handled like
 * mails: checked together, marked as on the wire in one write, sent, answered in one. The others go
 * one by one: asked about, and checked again, for a question may take longer than a check is good
 * for.
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
  private final Metrics metrics;
  private final EventClock eventClock;
  private final MachineClock machineClock;
  private volatile boolean closing;

  InvitationRound(
      Gate gate,
      Inspection inspection,
      Channels channels,
      Wire wire,
      Records records,
      Pauses pauses,
      Metrics metrics,
      EventClock eventClock,
      MachineClock machineClock) {
    this.gate = gate;
    this.inspection = inspection;
    this.channels = channels;
    this.wire = wire;
    this.records = records;
    this.conclusion = new InvitationConclusion(pauses);
    this.metrics = metrics;
    this.eventClock = eventClock;
    this.machineClock = machineClock;
  }

  /** An invitation that is to go, and by which channel. */
  private record Turn(Ready ready, Item item, Channel channel) {

    Notification notification() {
      return ready.claimed().notification();
    }

    Channel.Turn ask() {
      return channel.ask(invitation(ready, item));
    }
  }

  /**
   * Sends those that have no reason against it.
   *
   * @param claimed by one claim
   * @param until nothing starts later: the claim must outlive its answer
   */
  void send(List<Claimed> claimed, Instant until) {
    var left = claimed.stream().filter(Claimed::onTheWire).toList();
    if (!left.isEmpty()) {
      log.warn("{} invitations were left on the wire by a sender that vanished.", left.size());
      records.write(left.stream().map(this::abandoned).toList());
    }
    var asOf = gate.asOf();
    var over = new ArrayList<Step>();
    var told = new LinkedHashMap<Channel, List<Turn>>();
    var asked = new ArrayList<Turn>();
    for (var ready : look(claimed.stream().filter(one -> !one.onTheWire()).toList())) {
      var item = ready.items().getFirst();
      var channel = channel(ready, item);
      if (channel == null) {
        over.add(conclusion.over(ready.claimed(), item, Result.REFUSED));
      } else if (channel.canBeAsked()) {
        asked.add(new Turn(ready, item, channel));
      } else if (isOver(ready.claimed().notification())) {
        over.add(conclusion.over(ready.claimed(), item, Result.LATE));
      } else {
        told.computeIfAbsent(channel, c -> new ArrayList<>()).add(new Turn(ready, item, channel));
      }
    }
    records.write(over);
    told.forEach((channel, turns) -> tell(channel, turns, asOf, until));
    asked.forEach(turn -> askAlone(turn, until));
  }

  /** Starts nothing any more: what is claimed is given up, not left on the wire. */
  void close() {
    closing = true;
  }

  private boolean mayStart(Instant until) {
    return !closing && now().isBefore(until);
  }

  private @Nullable Channel channel(Ready ready, Item item) {
    var notification = ready.claimed().notification();
    var invitation = invitation(ready, item);
    return notification.isInDoubt()
        ? channels.doubtful(invitation, notification.route())
        : channels.next(invitation, notification.route());
  }

  private Step abandoned(Claimed claimed) {
    var word = claimed.notification().route().channel();
    return conclusion.abandoned(claimed, word == null ? "none" : word, now(), today());
  }

  private void tell(Channel channel, List<Turn> turns, @Nullable Instant asOf, Instant until) {
    var marked =
        wire.mark(turns.stream().map(turn -> turn.ready().claimed()).toList(), channel.word());
    var steps = new ArrayList<Step>();
    for (var turn : turns) {
      var claimed = turn.ready().claimed();
      var inTime =
          asOf != null && gate.isFresh(asOf) && mayStart(until) && !isOver(turn.notification());
      if (!marked.contains(claimed.id()) || !inTime) {
        // Claimed again at once, and checked anew: it may be late by now, or taken back.
        steps.add(Step.of(claimed, new Step.Then.Release()));
        continue;
      }
      var date = today();
      var outcome = attempt(claimed, () -> outcome(turn.ask()));
      var certain = !turn.notification().isInDoubt();
      steps.add(concluded(claimed, turn.item(), channel, outcome, certain, date));
    }
    records.write(steps);
  }

  private Step concluded(
      Claimed claimed, Item item, Channel channel, Outcome outcome, boolean certain, Instant date) {
    if (outcome instanceof Outcome.Untried) {
      metrics.untried(channel.word());
    }
    return conclusion.of(claimed, item, channel.word(), outcome, certain, now(), date);
  }

  private static Outcome outcome(Channel.Turn turn) {
    return switch (turn) {
      case Channel.Turn.Over(var outcome) -> outcome;
      case Channel.Turn.Free(var send) -> send.get();
    };
  }

  /** One that goes wrong must not leave those after it undone. */
  private void askAlone(Turn turn, Instant until) {
    try {
      if (mayStart(until)) {
        go(turn.ready(), turn.item(), turn.channel(), turn.ask(), until);
      } else {
        record(Step.of(turn.ready().claimed(), new Step.Then.Release()));
      }
    } catch (RuntimeException e) {
      log.warn("Invitation {} ended early; its claim will expire.", turn.ready().claimed().id(), e);
    }
  }

  private void go(Ready ready, Item item, Channel channel, Channel.Turn turn, Instant until) {
    var claimed = ready.claimed();
    switch (turn) {
      case Channel.Turn.Over(var outcome) -> {
        var certain = !claimed.notification().isInDoubt();
        record(concluded(claimed, item, channel, outcome, certain, today()));
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
    var found = asOf == null ? List.<Ready>of() : look(List.of(asked));
    if (asOf != null && found.isEmpty()) {
      return; // answered by now
    }
    var ready = found.isEmpty() ? null : found.getFirst();
    var claimed = ready == null ? asked : ready.claimed();
    var date = today();
    var inTime =
        asOf != null && gate.isFresh(asOf) && mayStart(until) && !isOver(claimed.notification());
    if (ready == null || !inTime || !ready.items().contains(item)) {
      record(conclusion.again(claimed));
    } else if (wire.mark(List.of(claimed), channel.word()).isEmpty()) {
      record(Step.of(claimed, new Step.Then.Release()));
    } else {
      var outcome = attempt(claimed, send);
      record(concluded(claimed, item, channel, outcome, certain, date));
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

  /** Looks at them with everything read afresh, and returns those that are to be sent. */
  private List<Ready> look(List<Claimed> claimed) {
    if (claimed.isEmpty()) {
      return List.of();
    }
    var found = inspection.look(claimed);
    records.write(found.steps());
    return found.ready();
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
