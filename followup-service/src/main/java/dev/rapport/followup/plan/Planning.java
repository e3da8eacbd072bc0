package dev.rapport.followup.plan;

import dev.rapport.followup.plan.Person.Purpose;
import dev.rapport.followup.plan.State.Channel;
import dev.rapport.followup.plan.State.Due;
import dev.rapport.followup.plan.State.Outcome;
import dev.rapport.followup.plan.State.Scheduled;
import dev.rapport.followup.plan.State.Settled;
import dev.rapport.followup.plan.State.Then;
import dev.rapport.followup.plan.State.Unasked;
import dev.rapport.followup.plan.State.Waiting;
import dev.rapport.followup.plan.State.WithOwner;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides where a follow-up belongs; planning the same thing twice changes nothing. */
public final class Planning {

  /** How often a follow-up whose people are not known looks again, in event time. */
  private static final Duration LOOK_AGAIN = Duration.ofHours(1);

  /** Why what is open at a cancelled event is withdrawn. */
  public static final String EVENT_CANCELLED = "eventCancelled";

  private Planning() {}

  static FollowUp plan(FollowUp followUp, World world) {
    return switch (followUp.state()) {
      case Settled settled -> settled(followUp, settled, world);
      case Due due -> due(followUp, due, world);
      case Unasked open -> open(followUp, open, world);
    };
  }

  /** Takes what notification-service says about what was asked. */
  static FollowUp told(
      FollowUp asked, Due due, Result result, Channel channel, Instant at, World world) {
    var failed = result.isFailure() && stillWanted(asked, due, world);
    var tried = asked.used(due.slot(), due.way(), failed ? result : null);
    // Without a deadline, as with the erased, it cannot be late.
    var deadline = asked.deadline() == null ? later(at, world.now()) : asked.deadline();
    if (result.wentOut()) {
      var reason = result == Result.IN_DOUBT ? "unconfirmed" : null;
      return erasedAware(tried.with(due.sent(reason, at, deadline, channel)), world);
    }
    if (due.then() instanceof Then.Settle settle) {
      return erasedAware(tried.with(due.settled(settle, world.now(), deadline)), world);
    }
    // A mail that was refused is not tried again by itself; after another network's refusal a mail
    // is. What was late or taken back is planned again.
    var from =
        failed && due.way() == Way.MAIL
            ? new Waiting(null)
            : new Scheduled(due.slot(), due.byHand(), world.now());
    return plan(tried.with(from), world);
  }

  // "Suppressed" also means that a consent was gone at the last check: that is no failure.
  private static boolean stillWanted(FollowUp followUp, Due due, World world) {
    return due.then() == null
        && (due.byHand() ? contactAgrees(followUp, world) : isAutomatic(followUp, world));
  }

  /**
   * Where a follow-up goes on from when its meeting counts again: it was undone, or they met again
   * after a block was lifted. What else ended it stands.
   */
  static State countsAgain(FollowUp followUp) {
    var isLifted = !followUp.answer().isBlock();
    return switch (followUp.state()) {
      case Due due when due.isUndone() || (isLifted && due.isParted()) -> due.wantedAgain();
      case Settled settled when isLifted && settled.isParted() -> new Waiting(null);
      default -> followUp.state();
    };
  }

  /** Returns the slot in which a mail can be sent, or null if none is left. */
  public static @Nullable LocalDate slot(FollowUp followUp, World world) {
    return slot(followUp, Way.MAIL, world);
  }

  private static @Nullable LocalDate slot(FollowUp followUp, Way way, World world) {
    var event = world.event(followUp.event());
    var contact = world.person(followUp.contact());
    var deadline = followUp.deadline();
    if (event == null || contact == null || deadline == null) {
      return null;
    }
    var waking = event.waking(contact);
    var attempt = followUp.attempt();
    var used = attempt == null || attempt.way() != way ? null : attempt.slot();
    var first = waking.first(later(event.ends(), world.now()), deadline, used);
    // Where the end and the week collide, the week wins.
    return first == null ? waking.last(world.now(), deadline, used) : first;
  }

  /** Returns the window of a slot as it is now, empty if the recipient's zone left none. */
  public static Window window(FollowUp followUp, LocalDate slot, World world) {
    var event = world.event(followUp.event());
    var contact = world.person(followUp.contact());
    var deadline = followUp.deadline();
    if (event == null || contact == null || deadline == null) {
      return Window.NEVER;
    }
    var waking = event.waking(contact);
    var afterEnd = waking.on(slot, later(event.ends(), world.now()), deadline);
    return afterEnd.isEmpty() ? waking.on(slot, world.now(), deadline) : afterEnd;
  }

  /** Whether the contact lets owners write to them. */
  public static boolean contactAgrees(FollowUp followUp, World world) {
    var contact = world.person(followUp.contact());
    return contact != null && contact.agreesTo(Purpose.RECEIVE_INVITATIONS, followUp.event());
  }

  /** Whether the platform may write by itself: the owner said that they met, and both agree. */
  public static boolean isAutomatic(FollowUp followUp, World world) {
    return followUp.meeting().reportedByOwner()
        && mayBeWritten(followUp.owner(), followUp.contact(), followUp.event(), world);
  }

  /** Whether both directions go by themselves: there is nothing left to ask. */
  public static boolean areBothWilling(FollowUp followUp, World world) {
    return followUp.meeting().reportedBy() == Meeting.ReportedBy.BOTH
        && mayBeWritten(followUp.owner(), followUp.contact(), followUp.event(), world)
        && mayBeWritten(followUp.contact(), followUp.owner(), followUp.event(), world);
  }

  private static boolean mayBeWritten(UUID from, UUID to, UUID event, World world) {
    var writer = world.person(from);
    var reader = world.person(to);
    return writer != null
        && reader != null
        && writer.agreesTo(Purpose.WRITE_IN_MY_NAME, event)
        && reader.agreesTo(Purpose.RECEIVE_INVITATIONS, event)
        && !world.standing().hasNoAutomaticMode(event, from);
  }

  /** Returns what a mail has to say: it asks, unless the two want it anyway or are connected. */
  public static Footing footing(FollowUp followUp, boolean byHand, World world) {
    if (world.standing().areConnected(followUp)) {
      return Footing.CONNECTED;
    }
    return !byHand && areBothWilling(followUp, world) ? Footing.BOTH_WILLING : Footing.INVITED;
  }

  private static FollowUp settled(FollowUp followUp, Settled settled, World world) {
    if (settled.isUndone() && followUp.meeting().counts() && withdrawal(followUp, world) == null) {
      return open(followUp, new Waiting(null), world);
    }
    return erasedAware(followUp, world);
  }

  private static FollowUp due(FollowUp followUp, Due due, World world) {
    var withdrawal = withdrawal(followUp, world);
    if (withdrawal != null) {
      return erasedAware(followUp.with(due.takenBack(Outcome.WITHDRAWN, withdrawal)), world);
    }
    var event = world.event(followUp.event());
    if (event == null) {
      return followUp;
    }
    var agreed = due.byHand() ? contactAgrees(followUp, world) : isAutomatic(followUp, world);
    var current =
        followUp.plannedBy(event.policyRev(), followUp.meeting().deadline(event.policy()));
    var stands = due.footing() != Footing.BOTH_WILLING || areBothWilling(followUp, world);
    return agreed && stands && !movedPast(due, event, followUp)
        ? current
        : current.with(due.takenBack());
  }

  private static boolean movedPast(Due due, Event event, FollowUp followUp) {
    return followUp.policyRev() != event.policyRev()
        && event.ends().isAfter(due.slot().atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static FollowUp open(FollowUp followUp, Unasked open, World world) {
    var withdrawal = withdrawal(followUp, world);
    if (withdrawal != null) {
      var settled = open.settled(Outcome.WITHDRAWN, withdrawal, world.now(), followUp.deadline());
      return erasedAware(followUp.with(settled), world);
    }
    var said = followUp.voices().contact().kind();
    if (said != Answer.Kind.NONE) {
      // They saw it on a page, and have answered before its mail went out: no mail asks again.
      var now = world.now();
      return followUp.with(open.settled(said.mirrored(), said.word(), now, followUp.deadline()));
    }
    var event = world.event(followUp.event());
    if (event == null) {
      return followUp.with(new Waiting(null));
    }
    var deadline = followUp.meeting().deadline(event.policy());
    var current = followUp.plannedBy(event.policyRev(), deadline);
    return current.with(place(current, open, event, deadline, world));
  }

  private static State place(
      FollowUp followUp, Unasked open, Event event, Instant deadline, World world) {
    var now = world.now();
    if (!now.isBefore(deadline)) {
      return atDeadline(followUp, now);
    }
    if (world.person(followUp.owner()) == null || world.person(followUp.contact()) == null) {
      return new Waiting(earlier(later(now.plus(LOOK_AGAIN), event.ends()), deadline));
    }
    var byHand = open instanceof Scheduled scheduled && scheduled.byHand();
    var scheduled =
        byHand || goesByItself(followUp, world) ? scheduled(followUp, byHand, world) : null;
    if (scheduled != null) {
      // Until the event ends meetings are undone and come anew: nothing is asked for before.
      var afterEnd = !window(followUp, scheduled.slot(), world).from().isBefore(event.ends());
      var ahead = scheduled.ahead(afterEnd ? event.ends() : Instant.EPOCH);
      return event.held() ? ahead.notBefore(nextLook(now, deadline)) : ahead;
    }
    var handOver = handOver(event, deadline);
    if (now.isBefore(handOver)) {
      return new Waiting(handOver);
    }
    var since = open instanceof WithOwner already ? already.since() : now;
    return new WithOwner(deadline, since);
  }

  /** What is held is looked at once an hour, and ends at its deadline all the same. */
  private static Instant nextLook(Instant now, Instant deadline) {
    return earlier(now.truncatedTo(ChronoUnit.HOURS).plus(LOOK_AGAIN), deadline);
  }

  private static Settled atDeadline(FollowUp followUp, Instant now) {
    var attempt = followUp.attempt();
    return attempt == null || attempt.failure() == null
        ? new Settled(Outcome.MISSED, null, now, false)
        : new Settled(Outcome.UNDELIVERABLE, attempt.failure().word(), now, false);
  }

  private static boolean goesByItself(FollowUp followUp, World world) {
    var attempt = followUp.attempt();
    return (attempt == null || !attempt.mailFailed()) && isAutomatic(followUp, world);
  }

  /** Finds a day and a way: a mail where no other way is wished for, or left. */
  private static @Nullable Scheduled scheduled(FollowUp followUp, boolean byHand, World world) {
    if (!contactAgrees(followUp, world)) {
      return null;
    }
    var attempt = followUp.attempt();
    var leavesMail = byHand || (attempt != null && attempt.leavesMail());
    var wish = leavesMail ? Wish.MAIL : Wish.of(followUp, world);
    if (wish == Wish.OWNER) {
      return null;
    }
    var way = wish == Wish.SOCIAL ? Way.SOCIAL : Way.MAIL;
    var slot = slot(followUp, way, world);
    if (slot == null && way == Way.SOCIAL) {
      way = Way.MAIL;
      slot = slot(followUp, way, world);
    }
    var footing = footing(followUp, byHand, world);
    return slot == null ? null : new Scheduled(slot, byHand, footing, way, world.now());
  }

  /** The owner's turn comes at the end; where the week ends before the event, on its last day. */
  private static Instant handOver(Event event, Instant deadline) {
    var lastDay = deadline.minus(Duration.ofDays(1));
    return earlier(event.ends(), lastDay);
  }

  private static @Nullable String withdrawal(FollowUp followUp, World world) {
    if (isErased(followUp, world)) {
      return "erased";
    }
    var notCounted = followUp.meeting().notCounted();
    if (notCounted != null) {
      return notCounted.word();
    }
    var event = world.event(followUp.event());
    return event != null && event.isCancelled() ? EVENT_CANCELLED : null;
  }

  private static boolean isErased(FollowUp followUp, World world) {
    var owner = world.person(followUp.owner());
    var contact = world.person(followUp.contact());
    return followUp.erased()
        || (owner != null && owner.erased())
        || (contact != null && contact.erased());
  }

  /** To cancel what is due takes no more than a stub has. */
  private static FollowUp erasedAware(FollowUp followUp, World world) {
    return isErased(followUp, world) ? followUp.stub() : followUp;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
