package dev.rapport.system.player;

import dev.rapport.system.ledger.Purpose;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One person of the cast, with all that is peculiar about them.
 *
 * @param id external id
 * @param zone none: the event's zone holds
 * @param writes whether the platform may write in their name
 * @param receives whether they receive invitations
 * @param comes when the person is made known, counted from the first day's midnight; none: before
 * @param badgeAt when the badge is made known; none: with the person
 * @param unsubscribes whether they answer each kind of mail by wanting no more of it
 * @param agrees what else they agree to
 */
record Attendee(
    String id,
    String name,
    String email,
    String locale,
    @Nullable ZoneId zone,
    String badge,
    boolean writes,
    boolean receives,
    @Nullable Duration comes,
    @Nullable Duration badgeAt,
    ListMood listMood,
    Address address,
    boolean unsubscribes,
    Set<Habit> habits,
    Set<Purpose> agrees,
    Card card) {

  Attendee {
    habits = Set.copyOf(habits);
    agrees = Set.copyOf(agrees);
  }

  /** What some do and others don't. */
  enum Habit {
    /** Meets people over the network only. */
    VIRTUAL_ONLY,
    /** Attends as an exhibitor. */
    EXHIBITS,
    /** Scans every badge there is; few scan back. */
    SCANS_ALL,
    /** Writes private notes about those they met. */
    TAKES_NOTES,
    /** Says on the page behind the welcome mail what they agree to, and not when they register. */
    ANSWERS_WELCOME,
    /** Has a networking plan. */
    PLANS,
    /** Is here for the first time. */
    NEWCOMER,
    /** Is in touch with some in the week after. */
    STAYS_IN_TOUCH
  }

  /** How an owner works through the list. */
  enum ListMood {
    ALL,
    PARTLY,
    /** Writes to a few, and lets go of the others in one go, as popular people do. */
    RELEASES,
    NEVER
  }

  /** How the mail server takes mail for them. */
  enum Address {
    GOOD,
    REFUSED,
    DEFERRED
  }

  boolean is(Habit habit) {
    return habits.contains(habit);
  }

  /** The same with these habits. */
  Attendee with(Set<Habit> more) {
    return new Attendee(
        id,
        name,
        email,
        locale,
        zone,
        badge,
        writes,
        receives,
        comes,
        badgeAt,
        listMood,
        address,
        unsubscribes,
        more,
        agrees,
        card);
  }

  /** The same, whose name the platform may use or not, and who works through the list like this. */
  Attendee with(boolean nowWrites, ListMood nowMood) {
    return new Attendee(
        id,
        name,
        email,
        locale,
        zone,
        badge,
        nowWrites,
        receives,
        comes,
        badgeAt,
        nowMood,
        address,
        unsubscribes,
        habits,
        agrees,
        card);
  }

  /** The same, who agrees to these as well, and has this card. */
  Attendee with(Set<Purpose> purposes, Card itsCard) {
    return new Attendee(
        id,
        name,
        email,
        locale,
        zone,
        badge,
        writes,
        receives,
        comes,
        badgeAt,
        listMood,
        address,
        unsubscribes,
        habits,
        purposes,
        itsCard);
  }

  /** The same with another address. */
  Attendee at(String newEmail) {
    return new Attendee(
        id,
        name,
        newEmail,
        locale,
        zone,
        badge,
        writes,
        receives,
        comes,
        badgeAt,
        listMood,
        address,
        unsubscribes,
        habits,
        agrees,
        card);
  }

  /**
   * The same, of whom much is open the morning after the event: invites to them are due, but it is
   * still night in Kolkata, and their own list waits for them.
   */
  Attendee patient() {
    return new Attendee(
        id,
        name,
        email,
        locale,
        ZoneId.of("Asia/Kolkata"),
        badge,
        false,
        true,
        comes,
        badgeAt,
        ListMood.NEVER,
        Address.GOOD,
        false,
        habits,
        agrees,
        card);
  }
}
