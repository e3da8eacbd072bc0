package dev.rapport.system.player;

import java.time.Duration;
import java.time.ZoneId;
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
    boolean unsubscribes) {

  /** How an owner works through the list. */
  enum ListMood {
    ALL,
    PARTLY,
    NEVER
  }

  /** How the mail server takes mail for them. */
  enum Address {
    GOOD,
    REFUSED,
    DEFERRED
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
        unsubscribes);
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
        false);
  }
}
