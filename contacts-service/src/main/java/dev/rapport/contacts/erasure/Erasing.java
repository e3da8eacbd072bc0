package dev.rapport.contacts.erasure;

import dev.rapport.contacts.contact.Contacts;
import dev.rapport.contacts.interaction.Interactions;
import dev.rapport.contacts.meeting.Blocks;
import dev.rapport.contacts.meeting.Dirty;
import dev.rapport.contacts.meeting.Meetings;
import dev.rapport.contacts.person.Announcing;
import dev.rapport.contacts.person.Stubs;
import dev.rapport.contacts.report.Scans;
import dev.rapport.contacts.roster.Roster;
import dev.rapport.contacts.sensed.Sums;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What erasing a person means in this service; every step repeats harmlessly. */
@Service
class Erasing {

  private final Stubs stubs;
  private final Announcing announcing;
  private final Scans scans;
  private final Roster roster;
  private final Contacts contacts;
  private final Interactions interactions;
  private final Blocks blocks;
  private final Meetings meetings;
  private final Dirty dirty;
  private final Sums sums;

  Erasing(
      Stubs stubs,
      Announcing announcing,
      Scans scans,
      Roster roster,
      Contacts contacts,
      Interactions interactions,
      Blocks blocks,
      Meetings meetings,
      Dirty dirty,
      Sums sums) {
    this.stubs = stubs;
    this.announcing = announcing;
    this.scans = scans;
    this.roster = roster;
    this.contacts = contacts;
    this.interactions = interactions;
    this.blocks = blocks;
    this.meetings = meetings;
    this.dirty = dirty;
    this.sums = sums;
  }

  /** Closes the generation and tells everyone; nothing about the person is taken after this. */
  void close(UUID person) {
    stubs.leave(person);
    announcing.now(List.of(person));
  }

  /** Closes the same for old friends, whom their owner removes or who go with their owner. */
  void close(Collection<UUID> friends) {
    friends.forEach(stubs::leave);
    announcing.now(friends);
  }

  /** Removes an old friend like {@link #remove}: of them nothing else can be here. */
  long removeFriend(UUID friend) {
    stubs.leave(friend);
    var rev = stubs.sayAgain(friend);
    announcing.now(List.of(friend));
    contacts.erase(friend);
    interactions.erase(friend);
    return rev;
  }

  /** Removes what is kept about the person, says the tombstone again; returns its revision. */
  long remove(UUID person) {
    stubs.leave(person);
    var rev = stubs.sayAgain(person);
    announcing.now(List.of(person));
    contacts.erase(person);
    interactions.erase(person);
    scans.erase(person, roster.badgesOf(List.of(person))).forEach(dirty::mark);
    meetings.erase(person);
    blocks.erase(person);
    sums.forget(List.of(person));
    return rev;
  }

  /** Whether anything here names a person who was never registered. */
  boolean knows(UUID person) {
    var one = List.of(person);
    return meetings.knows(one) || scans.knows(one) || contacts.knows(one) || roster.knows(person);
  }
}
