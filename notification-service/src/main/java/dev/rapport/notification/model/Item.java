package dev.rapport.notification.model;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One follow-up in a notification.
 *
 * @param rev the follow-up's revision when it was last asked for, or cancelled without an ask
 * @param cancelledRev the follow-up's revision at its latest cancel
 * @param meeting what the mail says; absent when only a cancel came
 * @param result how it ended, absent while it is open
 * @param answeredAt when it ended, in event time
 */
public record Item(
    UUID followUp,
    long rev,
    @Nullable Long cancelledRev,
    @Nullable Meeting meeting,
    @Nullable Result result,
    @Nullable Instant answeredAt) {

  /**
   * What the mail says about the two.
   *
   * @param person the other one, as the recipient sees it
   * @param how {@code faceToFace}, {@code virtual} or {@code both}
   * @param automatic whether it rests on the owner's consent rather than on a click of theirs
   * @param manner what there is to say beside that they met
   */
  public record Meeting(
      UUID person,
      UUID event,
      Instant firstMet,
      Instant lastMet,
      String how,
      boolean automatic,
      Manner manner) {

    /** One that asks, or is open, and nothing else. */
    public Meeting(
        UUID person, UUID event, Instant firstMet, Instant lastMet, String how, boolean automatic) {
      this(person, event, firstMet, lastMet, how, automatic, Manner.PLAIN);
    }

    /** Where a reminder is from that speaks of no event: nobody can send it by itself. */
    public static final UUID NOWHERE = new UUID(0, 0);

    /** A reminder: it speaks of no meeting. */
    public static Meeting reminder(UUID person, @Nullable UUID event, Manner manner) {
      var from = event == null ? NOWHERE : event;
      return new Meeting(person, from, Instant.EPOCH, Instant.EPOCH, "", false, manner);
    }

    /** An attendance to be welcomed: it speaks of nobody but the recipient, and of no meeting. */
    public static Meeting welcome(UUID recipient, UUID event) {
      return new Meeting(recipient, event, Instant.EPOCH, Instant.EPOCH, "", false);
    }
  }

  /**
   * What there is to say beside that two people met.
   *
   * @param bothWilling of an invite: both directions go by themselves, there is nothing to accept
   * @param again they are connected since an earlier event
   * @param words the owner's own line
   * @param about of a list: what the item is about, absent for a follow-up that is open
   * @param aside of a reminder: what else there is to say
   */
  public record Manner(
      boolean bothWilling,
      boolean again,
      @Nullable String words,
      @Nullable String about,
      Aside aside) {

    /** Nothing. */
    public static final Manner PLAIN = new Manner(false, false, null, null);

    /** Of a list: time to be in touch again. */
    public static final String CADENCE = "cadence";

    /** Of a list: two people to bring together. */
    public static final String INTRODUCTION = "introduction";

    /** Of a list: a meeting that a sensor saw. */
    public static final String SUGGESTION = "suggestion";

    private static final Set<String> REMINDERS = Set.of(CADENCE, INTRODUCTION, SUGGESTION);

    /** One that is no reminder. */
    public Manner(
        boolean bothWilling, boolean again, @Nullable String words, @Nullable String about) {
      this(bothWilling, again, words, about, Aside.NONE);
    }

    /** The same with what a reminder says. */
    public Manner with(Aside more) {
      return new Manner(bothWilling, again, words, about, more);
    }

    /** Whether it is about the owner's contacts at large, and no meeting of this event. */
    public boolean isReminder() {
      return about != null && REMINDERS.contains(about);
    }

    /** Of a list: the contact accepted. */
    public static final String ACCEPTED = "accepted";

    /** Of a list: both were willing. */
    public static final String CONNECTED = "connected";

    /** Whether the two know how to reach each other, as far as each allows it. */
    public boolean isConnected() {
      return bothWilling || again || ACCEPTED.equals(about) || CONNECTED.equals(about);
    }
  }

  /**
   * What a reminder says.
   *
   * @param other of an introduction, be it one that is to be given: the second of the two
   * @param topics what both care about, or what to give is about
   * @param give of a cadence: introduction, offer or thanks, to be given before the next favour
   * @param metOutside of a cadence: when the two last met, if that was outside any event
   */
  public record Aside(
      @Nullable UUID other,
      List<String> topics,
      @Nullable String give,
      @Nullable Instant metOutside) {

    /** One that speaks of no meeting. */
    public Aside(@Nullable UUID other, List<String> topics, @Nullable String give) {
      this(other, topics, give, null);
    }

    /** Nothing. */
    public static final Aside NONE = new Aside(null, List.of(), null);
  }

  static Item asked(UUID followUp, long rev, Meeting meeting) {
    return new Item(followUp, rev, null, meeting, null, null);
  }

  static Item unknownCancelled(UUID followUp, long rev, Instant now) {
    return new Item(followUp, rev, rev, null, Result.CANCELLED, now);
  }

  /** Whether its answer is still owed. */
  public boolean isOpen() {
    return result == null;
  }

  /** Whether it was taken back after it was last asked for. */
  public boolean isCancelled() {
    return cancelledRev != null && cancelledRev >= rev;
  }

  Item askedAgain(long newRev, Meeting newMeeting) {
    return new Item(followUp, newRev, cancelledRev, newMeeting, result, answeredAt);
  }

  Item opened(long newRev, Meeting newMeeting) {
    return new Item(followUp, newRev, cancelledRev, newMeeting, null, null);
  }

  Item cancelled(long cancel) {
    return new Item(followUp, rev, cancel, meeting, result, answeredAt);
  }

  Item answered(Result how, Instant now) {
    return new Item(followUp, rev, cancelledRev, meeting, how, now);
  }
}
