package dev.rapport.system;

import dev.rapport.system.Stages.Stage;
import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.player.Script;
import dev.rapport.system.world.Api;
import dev.rapport.system.world.EventTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks for the event a few times a second and tells how far it has come. */
final class Progress {

  private static final Duration PAUSE = Duration.ofMillis(250);

  private record Look(String state, int closings, long total, long open, long sent) {}

  private final Api api;
  private final EventTime time;
  private final Ledger ledger;
  private final Script script;
  private final Stages stages;
  private final Queue<String> sentences = new ConcurrentLinkedQueue<>();
  private volatile Look last = new Look("", 0, 0, 0, 0);
  private volatile @Nullable RuntimeException failure;
  private volatile boolean over;

  Progress(Api api, EventTime time, Ledger ledger, Script script, Stages stages) {
    this.api = api;
    this.time = time;
    this.ledger = ledger;
    this.script = script;
    this.stages = stages;
  }

  void start() {
    Thread.ofVirtual().name("progress").start(this::run);
  }

  void stop() {
    over = true;
  }

  void say(String sentence) {
    sentences.add(sentence);
  }

  /** How often the event has closed. */
  int closings() {
    return last.closings;
  }

  /** Waits until the event is closed, at least for that time; false when time is up. */
  boolean awaitClosed(int closings, Instant until) {
    while (!(last.state.equals("CLOSED") && last.closings >= closings)) {
      RuntimeException reason = failure;
      if (reason != null) {
        throw new IllegalStateException("The event's progress cannot be followed.", reason);
      }
      if (time.machineNow().isAfter(until)) {
        return false;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return true;
  }

  private void run() {
    try {
      while (!over) {
        follow();
        LockSupport.parkNanos(PAUSE.toNanos());
      }
      follow();
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  private void follow() {
    if (ledger.all(Entry.Held.class).findAny().isPresent()) {
      last = look(api.getEvent().orRefuse("GET event").json());
    }
    tell();
  }

  private static Look look(JsonNode event) {
    JsonNode followUps = event.path("coverage").path("followUps");
    return new Look(
        event.path("state").asString(""),
        closings(event.path("history")),
        followUps.path("total").asLong(0),
        followUps.path("open").asLong(0),
        followUps.path("byOutcome").path("sent").asLong(0)
            + followUps.path("byOutcome").path("connected").asLong(0));
  }

  private static int closings(JsonNode history) {
    int closings = 0;
    for (JsonNode entry : history) {
      closings += entry.path("state").asString("").equals("CLOSED") ? 1 : 0;
    }
    return closings;
  }

  private void tell() {
    for (String sentence = sentences.poll(); sentence != null; sentence = sentences.poll()) {
      stages.say(sentence);
    }
    Look now = last;
    long registered = ledger.all(Entry.Registered.class).count();
    long reports = ledger.reportsAnswered();
    long directions = Math.max(now.total, 2 * script.pairs());
    stages.at(Stage.REGISTERED, registered, script.attendees());
    stages.at(Stage.MET, Math.min(reports, script.scans()), script.scans());
    stages.at(Stage.SCHEDULED, now.total, directions);
    stages.at(Stage.SENT, now.sent, directions);
    stages.at(Stage.SETTLED, now.total - now.open, directions);
  }
}
