package dev.rapport.followup.plan;

import dev.rapport.followup.plan.State.Channel;
import dev.rapport.followup.plan.State.Due;
import dev.rapport.followup.plan.State.Settled;
import dev.rapport.followup.plan.State.Unasked;
import dev.rapport.followup.plan.Voices.Side;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's duty towards one they met at one event: one per event, owner and contact, ending in
 * exactly one outcome.
 *
 * @param policyRev the event's policyRev that it was planned by
 * @param deadline null while the event is not known
 * @param attempt the last slot that was asked for and answered, null if there was none
 * @param words the owner's own line, until it is sent; null when there is none
 * @param erased one of the two is erased: what is left still counts
 */
public record FollowUp(
    UUID id,
    UUID event,
    UUID owner,
    UUID contact,
    Meeting meeting,
    State state,
    long policyRev,
    @Nullable Instant deadline,
    @Nullable Attempt attempt,
    Voices voices,
    @Nullable String words,
    boolean erased,
    long rev) {

  /**
   * A slot that is used up: the same notification is never asked for twice.
   *
   * @param failure why it, or one before it, could not be delivered, or null
   */
  public record Attempt(LocalDate slot, Way way, @Nullable Result failure) {

    /** Whether no mail can reach the contact; another network may have refused without that. */
    public boolean mailFailed() {
      return way == Way.MAIL && failure != null;
    }

    /** Whether only a mail is left to try. */
    boolean leavesMail() {
      return way == Way.MAIL || failure != null;
    }
  }

  /** A meeting that was just heard of, not planned yet. */
  public static FollowUp of(UUID id, UUID event, UUID owner, UUID contact, Meeting meeting) {
    var waiting = new State.Waiting(null);
    return new FollowUp(
        id, event, owner, contact, meeting, waiting, 0, null, null, Voices.NONE, null, false, 0);
  }

  /**
   * Records a newer state of the meeting, and plans by it. One that is heard again is planned
   * again: whoever heard it first may have died before the second look at the world.
   */
  public FollowUp heard(Meeting newer, World world) {
    if (newer.rev() <= meeting.rev() && rev > 0) {
      return planned(world);
    }
    var counted = newer.counts() && !meeting.counts();
    var heard = with(newer);
    return (counted ? heard.with(Planning.countsAgain(this)) : heard).planned(world);
  }

  /**
   * Whether it ended by a block, and a report of the meeting has arrived since. That the meeting
   * did not count in between may never be heard, as the newest state of it is what is said.
   */
  public boolean isMetAgain() {
    return state instanceof Settled settled
        && settled.isParted()
        && meeting.counts()
        && meeting.reportedAt().isAfter(settled.at());
  }

  /** Goes on, now that nobody blocks the other any more. */
  public FollowUp metAgain(World world) {
    return isMetAgain() ? with(new State.Waiting(null)).planned(world) : this;
  }

  /** Plans by what is known now; what is settled stays, unless it was undone and counts again. */
  public FollowUp planned(World world) {
    return Planning.plan(this, world);
  }

  /** Takes what notification-service says of a mail that is asked for now. */
  public FollowUp told(Result result, Instant at, World world) {
    return told(result, Channel.EMAIL, at, world);
  }

  /** Takes what notification-service says, if it speaks of what is asked for now. */
  public FollowUp told(Result result, Channel channel, Instant at, World world) {
    return state instanceof Due due ? Planning.told(this, due, result, channel, at, world) : this;
  }

  /**
   * Records an answer beside the outcome; "not met" and "blocked" also end what is open. A block is
   * its side's last word.
   */
  public FollowUp answered(Side side, Answer.Kind kind, World world) {
    var before = voices.of(side);
    if (before.kind() == kind || before.isBlock() || erased) {
      return this;
    }
    var answered = with(voices.with(side, new Answer(kind, world.now())));
    return kind.endsBoth() ? answered.mirrored(kind, world) : answered;
  }

  /** The contact reports the owner: that is a block, and tells on the owner's automatic mode. */
  public FollowUp reported(World world) {
    var blocked = answered(Side.CONTACT, Answer.Kind.BLOCKED, world);
    return blocked.erased ? blocked : blocked.with(blocked.voices.withAbuse());
  }

  /**
   * One of the two takes their block back, and has said nothing then. What ended by it stays ended,
   * until they meet again.
   */
  public FollowUp unblocked(UUID person) {
    var side = side(person);
    return voices.blocks(side) ? with(voices.with(side, Answer.NONE)) : this;
  }

  /** Whether one of the two blocks the other. */
  public boolean isBlockedBy(UUID person) {
    return voices.blocks(side(person));
  }

  /** Returns when they said so, or null. */
  public @Nullable Instant blockedAt(UUID person) {
    return isBlockedBy(person) ? voices.of(side(person)).at() : null;
  }

  private Side side(UUID person) {
    return person.equals(owner) ? Side.OWNER : Side.CONTACT;
  }

  /** The owner was told that the contact accepted. */
  public FollowUp told() {
    return voices.news() ? with(voices.told()) : this;
  }

  /** Whether the two are connected by this follow-up: both were willing, or one accepted. */
  public boolean connects() {
    return !answer().kind().endsBoth()
        && (answer().kind() == Answer.Kind.ACCEPTED
            || (state instanceof Settled settled && settled.outcome() == State.Outcome.CONNECTED));
  }

  /** Returns the same for both directions and all events. */
  public UUID pair() {
    return pair(owner, contact);
  }

  /** Returns what names two people, in whatever order; ids are random enough to be mixed so. */
  public static UUID pair(UUID one, UUID other) {
    return new UUID(
        one.getMostSignificantBits() ^ other.getMostSignificantBits(),
        one.getLeastSignificantBits() ^ other.getLeastSignificantBits());
  }

  /** Returns the answer that counts, whoever gave it. */
  public Answer answer() {
    return voices.last();
  }

  /**
   * Ends what is open by an answer that was given in the other direction. Who wants nothing of it
   * there is not told of here as one who accepted.
   */
  public FollowUp mirrored(Answer.Kind kind, World world) {
    var heard = kind.endsBoth() ? told() : this;
    return switch (state) {
      case Unasked open ->
          heard.with(open.settled(kind.mirrored(), kind.word(), world.now(), deadline));
      case Due due -> heard.with(due.takenBack(kind.mirrored(), kind.word()));
      case Settled settled -> heard;
    };
  }

  /** Gives its slot up for a later one: the day's mail has no moment that suits it. */
  public FollowUp putOff(World world) {
    return state instanceof State.Scheduled scheduled
        ? used(scheduled.slot(), scheduled.way(), null).planned(world)
        : planned(world);
  }

  /** Returns the slot that names this follow-up, or null if none was asked for. */
  public @Nullable Attempt asked() {
    return state instanceof Due due ? new Attempt(due.slot(), due.way(), null) : attempt;
  }

  /** The same in another state. */
  public FollowUp with(State next) {
    // A line that was sent, or never will be, is nobody's any more.
    var left = next instanceof Settled ? null : words;
    return new FollowUp(
        id, event, owner, contact, meeting, next, policyRev, deadline, attempt, voices, left,
        erased, rev);
  }

  FollowUp with(Meeting newer) {
    // Of an erased person's meeting only whether it counts is kept.
    var kept = erased ? Meeting.stub(newer.rev(), newer.notCounted()) : newer;
    return new FollowUp(
        id, event, owner, contact, kept, state, policyRev, deadline, attempt, voices, words, erased,
        rev);
  }

  FollowUp with(Voices newer) {
    return new FollowUp(
        id, event, owner, contact, meeting, state, policyRev, deadline, attempt, newer, words,
        erased, rev);
  }

  /** The same with a line of the owner's own, or without. */
  public FollowUp withWords(@Nullable String line) {
    return new FollowUp(
        id, event, owner, contact, meeting, state, policyRev, deadline, attempt, voices, line,
        erased, rev);
  }

  /** Uses a slot up. A failure is remembered over slots in which nothing was tried. */
  FollowUp used(LocalDate slot, Way way, @Nullable Result failure) {
    var before = attempt != null && attempt.way() == way ? attempt.failure() : null;
    var newer = new Attempt(slot, way, failure == null ? before : failure);
    return new FollowUp(
        id, event, owner, contact, meeting, state, policyRev, deadline, newer, voices, words,
        erased, rev);
  }

  FollowUp plannedBy(long newer, @Nullable Instant until) {
    return new FollowUp(
        id, event, owner, contact, meeting, state, newer, until, attempt, voices, words, erased,
        rev);
  }

  /** What is left when one of the two is erased. */
  FollowUp stub() {
    var left = Meeting.stub(meeting.rev(), meeting.notCounted());
    return new FollowUp(
        id,
        event,
        owner,
        contact,
        left,
        state,
        policyRev,
        null,
        attempt,
        voices.stub(),
        null,
        true,
        rev);
  }

  /** The same as the document that is written next. */
  public FollowUp next() {
    return new FollowUp(
        id, event, owner, contact, meeting, state, policyRev, deadline, attempt, voices, words,
        erased, rev + 1);
  }
}
