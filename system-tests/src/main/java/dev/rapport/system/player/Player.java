package dev.rapport.system.player;

import dev.rapport.local.PlatformApp;
import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.player.Step.Scan;
import dev.rapport.system.world.Answer;
import dev.rapport.system.world.Api;
import dev.rapport.system.world.EventTime;
import dev.rapport.system.world.Letter;
import dev.rapport.system.world.Mailbox;
import dev.rapport.system.world.Web;
import dev.rapport.system.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Plays a script: the platform, the people at the event, and the people with their mails. */
public final class Player implements AutoCloseable {

  private static final int HANDS = 16;

  /** So many read at once: who plays and who is played share a machine. */
  private static final int READERS = 3;

  private static final int SINGLY = 24;
  private static final int BATCH = 100;
  private static final Duration TICK = Duration.ofMillis(10);

  private final EventTime time;
  private final Mailbox mail;
  private final PlatformApp app;
  private final Api api;
  private final Ledger ledger;
  private final Script script;
  private final Registrar registrar;
  private final MailReader reader;
  private final Tending tending;
  private final Connecting connecting;
  private final Recalling recalling;
  private final Browsing browsing;
  private final AppUsers appUsers;
  private final Scanner scanner;
  private final Instant midnight;
  private final Crew platform;
  private final Crew readers;
  private final Thread postman;
  private final int formerMails;
  private final int formerInvitations;
  private final CompletableFuture<@Nullable Void> heldBefore = new CompletableFuture<>();
  private volatile boolean over;

  /** Registers everyone; returns once the doors can open. */
  public Player(World world, Api api, Web web, Script script, Ledger ledger) {
    time = world.time();
    mail = world.mail();
    app = world.app();
    this.api = api;
    this.ledger = ledger;
    this.script = script;
    formerInvitations = app.since(0).size();
    formerMails = mail.count();
    registrar = new Registrar(api, ledger, time);
    midnight = new Opening(world, script, ledger, registrar).register();
    scanner = new Scanner(api, ledger, midnight);
    reader = new MailReader(web, api, ledger, script, midnight);
    tending = new Tending(api, ledger, time, registrar::id);
    connecting = new Connecting(web, api, ledger, world.origin());
    recalling = new Recalling(api, ledger, midnight);
    browsing = new Browsing(web, api, ledger, world.origin());
    appUsers = new AppUsers(api, ledger, script);
    platform = new Crew(ledger, HANDS);
    readers = new Crew(ledger, READERS);
    postman = Thread.ofVirtual().name("postman").start(this::deliver);
  }

  /** When the event ends (event time). */
  public Instant ends() {
    return midnight.plus(script.ends());
  }

  /** Does the steps of the event when they are due; returns when the last one is done. */
  public void play() {
    play(script.steps().stream().filter(s -> s.due().compareTo(script.ends()) <= 0).toList());
  }

  /** Does what people do in the week after. */
  public void playWeekAfter() {
    play(script.steps().stream().filter(s -> s.due().compareTo(script.ends()) > 0).toList());
  }

  private void play(List<Step> steps) {
    int next = 0;
    while (next < steps.size()) {
      Duration now = Duration.between(midnight, time.now());
      int until = next;
      while (until < steps.size() && steps.get(until).due().compareTo(now) <= 0) {
        until++;
      }
      act(steps.subList(next, until));
      next = until;
      LockSupport.parkNanos(TICK.toNanos());
    }
    platform.rest();
  }

  /** Uploads the scans that come in after the event has closed. */
  public void playAfterwards() {
    script.afterwards().forEach(scan -> platform.busy(() -> scanner.upload(scan)));
    platform.rest();
  }

  /** Whether all who asked for it are forgotten. */
  public boolean forgotten() {
    return registrar.forgotten();
  }

  /** How many mails had arrived before this conference. */
  public int formerMails() {
    return formerMails;
  }

  /** Ends all acting; waits for what is under way. */
  @Override
  public void close() {
    over = true;
    boolean interrupted = false;
    while (postman.isAlive()) {
      try {
        postman.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    readers.rest();
    readers.close();
    platform.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Few scans go up one by one; when many people meet at once, gates send what has gathered. */
  private void act(List<Step> due) {
    List<Scan> online = new ArrayList<>();
    List<Scan> offline = new ArrayList<>();
    List<Step.Undo> mistakes = new ArrayList<>();
    List<Step.Near> near = new ArrayList<>();
    for (Step step : due) {
      switch (step) {
        case Scan scan -> (scan.offline() ? offline : online).add(scan);
        case Step.Arrive arrive -> platform.busy(() -> registrar.arrive(arrive.attendee()));
        case Step.Badge badge ->
            platform.busy(() -> registrar.badge(badge.attendee(), badge.code()));
        case Step.Undo undo -> mistakes.add(undo);
        case Step.Near seen -> near.add(seen);
        case Step.Recall recall -> platform.busy(() -> recalling.recall(recall.person()));
        case Step.Browse browse -> platform.busy(() -> browsing.browse(browse.person()));
        case Step.Hold hold -> platform.busy(() -> hold(hold.held()));
        case Step.Note note -> platform.busy(() -> registrar.note(note));
        case Step.Log log -> platform.busy(() -> tending.log(log));
        case Step.Keep keep -> platform.busy(() -> tending.keep(keep));
        case Step.LookDue look -> platform.busy(() -> tending.look(look));
        case Step.Connect connect -> platform.busy(() -> connect(connect));
        case Step.Withdraw withdraw ->
            platform.busy(() -> registrar.withdraw(withdraw.person(), withdraw.purpose()));
        case Step.Move move -> platform.busy(() -> registrar.move(move.attendee()));
        case Step.Erase erase -> platform.busy(() -> registrar.erase(erase.person()));
      }
    }
    if (online.size() > SINGLY) {
      batches(online);
    } else {
      online.forEach(scan -> platform.busy(() -> scanner.upload(scan)));
    }
    batches(offline);
    if (!near.isEmpty()) {
      platform.busy(() -> recalling.upload(List.copyOf(near)));
    }
    // Last, because an undo holds a hand until its scan has been answered.
    mistakes.forEach(undo -> platform.busy(() -> scanner.undo(undo.key())));
  }

  /**
   * An organiser resumes what they have held: not before that was answered, however long it took.
   */
  private void hold(boolean held) {
    if (!held) {
      heldBefore.join();
    }
    try {
      Answer answer = api.sending(held).orRefuse("POST hold or resume");
      ledger.write(new Entry.Sending(answer.when(), held));
    } finally {
      heldBefore.complete(null);
    }
  }

  private void connect(Step.Connect connect) {
    connecting.look(connect.person());
    if (connect.acts()) {
      connecting.act(connect.person());
    }
  }

  private void batches(List<Scan> scans) {
    for (int from = 0; from < scans.size(); from += BATCH) {
      List<Scan> batch = List.copyOf(scans.subList(from, Math.min(from + BATCH, scans.size())));
      platform.busy(() -> scanner.upload(batch));
    }
  }

  private void deliver() {
    Set<String> read = new HashSet<>();
    int next = formerMails;
    int nextInvitation = formerInvitations;
    Set<UUID> invited = new HashSet<>();
    while (!over) {
      for (PlatformApp.Invitation invitation : app.since(nextInvitation)) {
        nextInvitation++;
        if (invited.add(invitation.id())) {
          readers.busy(() -> appUsers.read(invitation));
        }
      }
      for (Letter letter : mail.since(next)) {
        next++;
        if (read.add(letter.messageId())) {
          readers.busy(() -> reader.read(letter));
        }
      }
      LockSupport.parkNanos(TICK.multipliedBy(5).toNanos());
    }
  }
}
