package dev.rapport.system.checker;

import static dev.rapport.system.ledger.Purpose.RECEIVE_INVITATIONS;
import static dev.rapport.system.ledger.Purpose.WRITE_IN_MY_NAME;

import dev.rapport.system.ledger.Act;
import dev.rapport.system.ledger.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What can become of one follow-up, by the ledger: an owner, a contact, their meeting, and what was
 * done on this follow-up and on its mirror, the contact's follow-up of the owner.
 */
record Prospect(
    Entry.Held event,
    MeetingStory meeting,
    PersonStory owner,
    PersonStory contact,
    List<Entry.Acted> acts,
    List<Entry.Acted> mirrored) {

  /** Less time than this, and a full day's mail may already have gone: the list takes it. */
  private static final Duration ROOM = Duration.ofDays(3);

  /** Whether it may go out by itself at some time. */
  boolean everAutomatic() {
    return meeting.everReportedBy(owner)
        && owner.everSaidYes(WRITE_IN_MY_NAME)
        && contact.everSaidYes(RECEIVE_INVITATIONS);
  }

  /** Whether it was automatic from early enough to the end, so that it must have gone out. */
  boolean automaticAllAlong(Duration outage) {
    return contact.reachable() && askedAllAlong(outage);
  }

  private boolean askedAllAlong(Duration outage) {
    if (!everAutomatic()
        || !meeting.stillReportedBy(owner)
        || owner.everTookBack(WRITE_IN_MY_NAME)
        || contact.everTookBack(RECEIVE_INVITATIONS)
        || owner.erased()
        || contact.erased()) {
      return false;
    }
    Instant since =
        Stream.of(
                event.ends(),
                meeting.reportedSince(owner),
                owner.firstYes(WRITE_IN_MY_NAME),
                contact.firstYes(RECEIVE_INVITATIONS),
                owner.known(),
                contact.known())
            .max(Instant::compareTo)
            .orElseThrow();
    return !since.plus(outage).plus(ROOM).isAfter(meeting.deadline(event));
  }

  /** The outcomes that the ledger leaves open; the answer of an act fixes the outcome it showed. */
  Set<String> outcomes(Duration outage) {
    Set<String> possible = new TreeSet<>();
    boolean asked = everAutomatic() || did(owner, acts, Act.SEND);
    if (asked && contact.reachable() && contact.everSaidYes(RECEIVE_INVITATIONS)) {
      possible.add("sent");
    }
    if (asked && !contact.reachable()) {
      possible.add("undeliverable");
    }
    if (did(owner, acts, Act.DONE) || did(owner, mirrored, Act.ACCEPT)) {
      possible.add("done");
    }
    if (did(owner, acts, Act.WAIVE) || did(owner, mirrored, Act.DECLINE)) {
      possible.add("waived");
    }
    if (owner.erased()
        || contact.erased()
        || Stream.concat(acts.stream(), mirrored.stream()).anyMatch(a -> parts(a.act()))) {
      possible.add("withdrawn");
    }
    if (!askedAllAlong(outage)) {
      possible.add("missed");
    }
    return possible;
  }

  /** The answers that its recipient, or either side's "we didn't meet", can have left. */
  Set<String> answers() {
    Set<String> possible = new TreeSet<>();
    for (Entry.Acted act : acts) {
      if (act.person().equals(contact.name) || parts(act.act())) {
        possible.add(answer(act.act()));
      }
    }
    if (possible.isEmpty()) {
      possible.add("none");
    }
    if (mirrored.stream().anyMatch(a -> parts(a.act()))) {
      possible.add("none");
      possible.add("notMet");
      possible.add("blocked");
    }
    return possible;
  }

  private static String answer(Act act) {
    return switch (act) {
      case ACCEPT -> "accepted";
      case DECLINE -> "declined";
      case NOT_MET -> "notMet";
      case BLOCK -> "blocked";
      case DONE, SEND, WAIVE -> "none";
    };
  }

  private static boolean parts(Act act) {
    return act == Act.NOT_MET || act == Act.BLOCK;
  }

  private static boolean did(PersonStory person, List<Entry.Acted> acts, Act act) {
    return acts.stream().anyMatch(a -> a.act() == act && a.person().equals(person.name));
  }

  @Override
  public String toString() {
    return "The follow-up of %s for %s".formatted(owner.name, contact.name);
  }
}
