package dev.rapport.followup.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Where a follow-up stands. Each state has only the ways out that are legal from it. */
public sealed interface State {

  /** A state that waits for planning, the owner or the clock: nothing has been asked for yet. */
  sealed interface Unasked extends State permits Waiting, Scheduled, WithOwner {

    /** Ends it here and now; without a deadline it cannot be late. */
    default Settled settled(
        Outcome outcome, @Nullable String reason, Instant at, @Nullable Instant deadline) {
      return new Settled(outcome, reason, at, deadline == null || !at.isAfter(deadline));
    }
  }

  /**
   * The event has not ended, or the event or a person is not known yet.
   *
   * @param lookAt when to look again, in event time; null when not even the event is known, and the
   *     machine looks again by its own time
   */
  record Waiting(@Nullable Instant lookAt) implements Unasked {}

  /**
   * An invite will be asked for.
   *
   * @param slot the UTC day
   * @param byHand whether the owner decided it
   * @param askAt when to ask for it, in event time
   */
  record Scheduled(LocalDate slot, boolean byHand, Footing footing, Way way, Instant askAt)
      implements Unasked {

    /** A mail that asks. */
    public Scheduled(LocalDate slot, boolean byHand, Instant askAt) {
      this(slot, byHand, Footing.INVITED, Way.MAIL, askAt);
    }

    /**
     * How long before its day a mail is asked for: half a day, so that the asks of a busy day are
     * all there when its first waking hour comes, in Auckland at the very start of the UTC day.
     */
    private static final Duration AHEAD = Duration.ofHours(12);

    /** The same, asked for ahead of its day, but not before this moment. */
    Scheduled ahead(Instant notBefore) {
      var ahead = slot.atStartOfDay(ZoneOffset.UTC).toInstant().minus(AHEAD);
      return new Scheduled(
          slot, byHand, footing, way, ahead.isBefore(notBefore) ? notBefore : ahead);
    }

    /** The same, asked for no sooner. */
    Scheduled notBefore(Instant moment) {
      return askAt.isBefore(moment) ? new Scheduled(slot, byHand, footing, way, moment) : this;
    }

    /** The claim: from here on only the answer settles. */
    public Due due() {
      return new Due(slot, byHand, footing, way, null);
    }
  }

  /**
   * On the owner's list.
   *
   * @param since in event time
   */
  record WithOwner(Instant deadline, Instant since) implements Unasked {

    /** The owner has followed up in their own way. */
    public Settled done(Instant now) {
      return settled(Outcome.DONE, null, now, deadline);
    }

    /** The owner decides not to. */
    public Settled waived(Instant now) {
      return settled(Outcome.WAIVED, null, now, deadline);
    }

    /** The owner lets us write. */
    public Scheduled sent(LocalDate slot, Instant now) {
      return new Scheduled(slot, true, now);
    }
  }

  /**
   * Asked for; the answer settles it.
   *
   * @param then what follows once it is taken back, or null while it is to be sent
   */
  record Due(LocalDate slot, boolean byHand, Footing footing, Way way, @Nullable Then then)
      implements State {

    /** A mail that asks. */
    public Due(LocalDate slot, boolean byHand, @Nullable Then then) {
      this(slot, byHand, Footing.INVITED, Way.MAIL, then);
    }

    /** Takes the ask back for a reason that is not the end: it is planned again. */
    public Due takenBack() {
      return then == null ? wantedAgain() : this;
    }

    /** Takes the ask back for good; the first reason stands. */
    public Due takenBack(Outcome outcome, @Nullable String reason) {
      return then instanceof Then.Settle
          ? this
          : new Due(slot, byHand, footing, way, new Then.Settle(outcome, reason));
    }

    /** It counts again after all; what is on its way back is planned again. */
    public Due wantedAgain() {
      return new Due(slot, byHand, footing, way, new Then.PlanAgain());
    }

    /** Whether it is taken back only because the meeting was undone. */
    boolean isUndone() {
      return then instanceof Then.Settle settle
          && Meeting.NotCounted.UNDONE.word().equals(settle.reason());
    }

    /** Whether it is taken back because of a block. */
    boolean isParted() {
      return then instanceof Then.Settle settle
          && Meeting.NotCounted.BLOCKED.word().equals(settle.reason());
    }

    /** It went out. */
    public Settled sent(
        @Nullable String reason, Instant at, Instant deadline, @Nullable Channel channel) {
      var outcome = footing.connects() ? Outcome.CONNECTED : Outcome.SENT;
      return new Settled(outcome, reason, at, !at.isAfter(deadline), null, channel);
    }

    /** It did not go out, and there was a reason to settle. */
    public Settled settled(Then.Settle settle, Instant at, Instant deadline) {
      return new Settled(settle.outcome(), settle.reason(), at, !at.isAfter(deadline));
    }
  }

  /**
   * The end, once.
   *
   * @param doneLateAt when the owner of a missed one did it after all; it stays missed
   * @param channel how it went out; null where it did not
   */
  record Settled(
      Outcome outcome,
      @Nullable String reason,
      Instant at,
      boolean onTime,
      @Nullable Instant doneLateAt,
      @Nullable Channel channel)
      implements State {

    /** An end to which nothing was added; what was sent went by mail. */
    public Settled(Outcome outcome, @Nullable String reason, Instant at, boolean onTime) {
      this(outcome, reason, at, onTime, null, outcome == Outcome.SENT ? Channel.EMAIL : null);
    }

    /** The owner has followed up in their own way, too late: kept beside the outcome, once. */
    public Settled doneLate(Instant now) {
      return outcome == Outcome.MISSED && doneLateAt == null
          ? new Settled(outcome, reason, at, onTime, now, channel)
          : this;
    }

    /** Whether the contact was written to, as far as anyone can know. */
    public boolean wentOut() {
      return channel != null;
    }

    /** Whether it ended only because the meeting was undone. */
    boolean isUndone() {
      return outcome == Outcome.WITHDRAWN && Meeting.NotCounted.UNDONE.word().equals(reason);
    }

    /** Whether it ended because of a block. */
    boolean isParted() {
      return outcome == Outcome.WITHDRAWN && Meeting.NotCounted.BLOCKED.word().equals(reason);
    }
  }

  /** What follows once an ask is taken back. */
  sealed interface Then {

    /** It is planned again. */
    record PlanAgain() implements Then {}

    /** It ends. */
    record Settle(Outcome outcome, @Nullable String reason) implements Then {}
  }

  /** How a follow-up can end. */
  enum Outcome implements Word {
    SENT,
    DONE,
    CONNECTED,
    WAIVED,
    UNDELIVERABLE,
    MISSED,
    WITHDRAWN
  }

  /** How something went out. */
  enum Channel implements Word {
    EMAIL,
    PLATFORM,
    MASTODON
  }
}
