package dev.rapport.system;

import dev.rapport.local.Stack;
import dev.rapport.system.checker.Checker;
import dev.rapport.system.checker.Observation;
import dev.rapport.system.checker.Observer;
import dev.rapport.system.checker.Verdict;
import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.ledger.Moment;
import dev.rapport.system.player.Player;
import dev.rapport.system.player.Script;
import dev.rapport.system.world.Api;
import dev.rapport.system.world.Web;
import dev.rapport.system.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One conference against a running stack: played, waited for, and judged. */
public final class Conference {

  /** Event time within which an event that ended must close, late scans included. */
  private static final Duration WEEK_AND_MORE = Duration.ofDays(10);

  /** Machine time on top of it, for what machines need. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Machine time for which objections are looked at again, longer only while they change. */
  private static final Duration LOOKING = Duration.ofSeconds(8);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final World world;
  private final Web web;
  private final Script script;
  private final Ledger ledger;
  private final Api api;
  private final Observer observer;
  private final Progress progress;
  private final Instant began;

  private Conference(World world, Script script, Ledger ledger, Stages stages) {
    this.world = world;
    this.script = script;
    this.ledger = ledger;
    web = new Web(world.time());
    api = new Api(world, web, script.label());
    observer = new Observer(world, api, web);
    progress = new Progress(api, world.time(), ledger, script, stages);
    began = world.time().machineNow();
  }

  /**
   * Plays a conference to its end and judges it. The stack must be up.
   *
   * @param ledger empty, but others may write to it as well
   */
  public static Outcome play(World world, Script script, Ledger ledger, Stages stages) {
    return new Conference(world, script, ledger, stages).run();
  }

  /** The script that a plan stands for. */
  public static Script script(World world, Plan plan) {
    String label = "c" + Long.toString(world.time().machineNow().toEpochMilli(), 36);
    Path contacts = plan.contacts();
    return contacts == null
        ? Script.drawn(label, plan.attendees(), plan.met(), plan.seed())
        : Script.replayed(label, contacts, plan.least(), plan.seed());
  }

  private Outcome run() {
    progress.start();
    Player player = new Player(world, api, web, script, ledger);
    int former = player.formerMails();
    boolean forgotten;
    try (player) {
      player.play();
      progress.say("All have met. The event goes on until everyone is followed up.");
      player.playWeekAfter();
      Instant patience = patience(player.ends());
      boolean closed = progress.awaitClosed(1, patience);
      if (closed && !script.afterwards().isEmpty()) {
        int before = progress.closings();
        player.playAfterwards();
        progress.say("The event closed. Late scans have come in and reopen it.");
        progress.awaitClosed(before + 1, patience);
      }
      forgotten = player.forgotten();
    }
    if (!forgotten) {
      Instant now = world.time().machineNow();
      ledger.write(
          new Entry.Unanswered(
              new Moment(began, now, world.time().event(now)), "An erasure is not complete and"));
    }
    world.downs().get().forEach(down -> ledger.write(outage(down)));
    double played = seconds(began);
    Instant enough = world.time().machineNow().plus(LOOKING);
    Observation seen = observer.look(ledger, former);
    Verdict verdict = Checker.judge(ledger, seen);
    // What was acknowledged last may still be on its way through the topics.
    for (Verdict before = null; mayChange(verdict, before, enough); ) {
      LockSupport.parkNanos(PAUSE.toNanos());
      before = verdict;
      seen = observer.look(ledger, former);
      verdict = Checker.judge(ledger, seen);
    }
    progress.stop();
    return new Outcome(
        Figures.report(
            script, ledger, seen, verdict, Map.of("played", played, "total", seconds(began))),
        verdict.objections());
  }

  private Entry.Outage outage(Stack.Down down) {
    Instant from = down.from();
    Moment moment = new Moment(from, from, world.time().event(from));
    return new Entry.Outage(moment, down.service(), down.until());
  }

  private boolean mayChange(Verdict verdict, @Nullable Verdict before, Instant enough) {
    return !verdict.objections().isEmpty()
        && (world.time().machineNow().isBefore(enough) || !verdict.equals(before));
  }

  private Instant patience(Instant ends) {
    return world.time().machine(ends.plus(WEEK_AND_MORE)).plus(PATIENCE);
  }

  private double seconds(Instant since) {
    return Duration.between(since, world.time().machineNow()).toMillis() / 1000.0;
  }
}
