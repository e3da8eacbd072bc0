package dev.rapport.system.checker;

import static dev.rapport.system.ledger.Purpose.RECEIVE_INVITATIONS;
import static dev.rapport.system.ledger.Purpose.WRITE_IN_MY_NAME;

import dev.rapport.system.checker.FollowUpSeen.Direction;
import dev.rapport.system.ledger.Act;
import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What can become of one follow-up, by the ledger: an owner, a contact, their meeting, and what was
 * done on this follow-up and on its mirror, the contact's follow-up of the owner.
 *
 * @param crowded whether it is one of more than a sender's allowance: then the week may not suffice
 */
record Prospect(
    Entry.Held event,
    MeetingStory meeting,
    PersonStory owner,
    PersonStory contact,
    List<Entry.Acted> acts,
    List<Entry.Acted> mirrored,
    boolean crowded) {

  /** Less time than this, and a full day's mail may already have gone: the list takes it. */
  private static final Duration ROOM = Duration.ofDays(3);

  Direction direction() {
    return new Direction(owner.id, contact.id);
  }

  /** Whether it may go out by itself at some time. */
  boolean everAutomatic() {
    return !owner.exhibits()
        && meeting.everReportedBy(owner)
        && owner.everSaidYes(WRITE_IN_MY_NAME)
        && contact.everSaidYes(RECEIVE_INVITATIONS);
  }

  /** Whether both may go out by themselves at some time: then there is nothing to accept. */
  boolean everBothWilling() {
    return everAutomatic() && back().everAutomatic();
  }

  /** Whether both went by themselves before the first mail could be asked for, and to the end. */
  boolean bothWillingAllAlong(Duration outage, Duration lag) {
    Instant there = automaticSince();
    Instant back = back().automaticSince();
    return there != null
        && back != null
        && later(there, back).plus(outage).plus(lag).isBefore(event.ends());
  }

  /** Whether one of the two has accepted the other. */
  boolean accepted() {
    return did(owner, mirrored, Act.ACCEPT) || did(contact, acts, Act.ACCEPT);
  }

  private Prospect back() {
    return new Prospect(event, meeting, contact, owner, mirrored, acts, false);
  }

  /** Whether it was automatic from early enough to the end, so that it must have gone out. */
  boolean automaticAllAlong(Duration outage) {
    return !mayBeRefused() && askedAllAlong(outage);
  }

  private boolean mayBeRefused() {
    return !contact.reachable() || contact.everUnsubscribed(MailSeen.Kind.INVITE);
  }

  private boolean askedAllAlong(Duration outage) {
    Instant since = automaticSince();
    return since != null
        && !crowded
        && !later(since, event.ends()).plus(outage).plus(ROOM).isAfter(meeting.deadline(event));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Since when it has been automatic to the end, or null. */
  private @Nullable Instant automaticSince() {
    if (!everAutomatic()
        || !meeting.stillReportedBy(owner)
        || owner.everTookBack(WRITE_IN_MY_NAME)
        || contact.everTookBack(RECEIVE_INVITATIONS)
        || owner.paused()
        || owner.erased()
        || contact.erased()) {
      return null;
    }
    return Stream.of(
            meeting.reportedSince(owner),
            owner.firstYes(WRITE_IN_MY_NAME),
            contact.firstYes(RECEIVE_INVITATIONS),
            owner.known(),
            contact.known())
        .max(Instant::compareTo)
        .orElseThrow();
  }

  /**
   * The outcomes that the ledger leaves open; the answer of an act fixes the outcome it showed.
   *
   * @param outage the longest one (event time)
   * @param lag how long a word may take to reach everybody (event time)
   * @param social whether it reached its contact otherwise than by mail
   */
  Set<String> outcomes(Duration outage, Duration lag, boolean social) {
    Set<String> possible = new TreeSet<>();
    boolean asked = everAutomatic() || did(owner, acts, Act.SEND);
    if (asked && (contact.reachable() || social) && contact.everSaidYes(RECEIVE_INVITATIONS)) {
      if (everBothWilling()) {
        possible.add("connected");
      }
      if (!bothWillingAllAlong(outage, lag)) {
        possible.add("sent");
      }
    }
    // Refused in the app so late that no waking hours were left for a mail.
    if (asked && (mayBeRefused() || contact.notInTheApp())) {
      possible.add("undeliverable");
    }
    if (did(owner, acts, Act.DONE)) {
      possible.add("done");
    }
    // Who answers from the page before the mail went out is not asked any more.
    if (accepted()) {
      possible.add("connected");
    }
    if (did(owner, acts, Act.WAIVE)
        || did(owner, mirrored, Act.DECLINE)
        || did(contact, acts, Act.DECLINE)) {
      possible.add("waived");
    }
    if (gone().findAny().isPresent()
        || Stream.concat(acts.stream(), mirrored.stream()).anyMatch(a -> parts(a.act()))) {
      possible.add("withdrawn");
    }
    if (!askedAllAlong(outage) && !overBefore(meeting.latestDeadline(event).minus(lag))) {
      possible.add("missed");
    }
    return possible;
  }

  /** When somebody ended it for good, as far as that was shown to them; null while nobody has. */
  @Nullable Moment ended() {
    return said().min(Comparator.comparing(Moment::answered)).orElse(null);
  }

  private boolean overBefore(Instant event) {
    return Stream.concat(said(), gone()).anyMatch(m -> m.event().isBefore(event));
  }

  private Stream<Moment> said() {
    return Stream.concat(
            acts.stream().filter(a -> a.act() != Act.SEND && !answers(a.act())),
            mirrored.stream().filter(a -> answers(a.act()) || parts(a.act())))
        .filter(Entry.Acted::sure)
        .map(Entry.Acted::when);
  }

  /** What takes it away from both: an erasure, or that their meeting counts no more. */
  private Stream<Moment> gone() {
    return Stream.of(meeting.over(), owner.erasure(), contact.erasure()).filter(Objects::nonNull);
  }

  /** The answers that its recipient, or either side's "we didn't meet", can have left. */
  Set<String> answers() {
    Set<String> possible = new TreeSet<>();
    boolean sure = false;
    for (Entry.Acted act : acts) {
      if (act.person().equals(contact.name) || parts(act.act())) {
        possible.add(answer(act.act()));
        sure |= act.sure();
      }
    }
    if (!sure) {
      possible.add("none");
    }
    if (mirrored.stream().anyMatch(a -> parts(a.act()))) {
      possible.add("none");
      possible.add("notMet");
      possible.add("blocked");
    }
    return possible;
  }

  /** Whether its recipient has said anything to it. */
  boolean answered() {
    return acts.stream().anyMatch(a -> a.person().equals(contact.name));
  }

  private static String answer(Act act) {
    return switch (act) {
      case ACCEPT -> "accepted";
      case DECLINE -> "declined";
      case NOT_MET -> "notMet";
      case BLOCK, REPORT -> "blocked";
      case DONE, SEND, WAIVE -> "none";
    };
  }

  private static boolean answers(Act act) {
    return act == Act.ACCEPT || act == Act.DECLINE;
  }

  private static boolean parts(Act act) {
    return act == Act.NOT_MET || act == Act.BLOCK || act == Act.REPORT;
  }

  private static boolean did(PersonStory person, List<Entry.Acted> acts, Act act) {
    return acts.stream().anyMatch(a -> a.act() == act && a.person().equals(person.name));
  }

  @Override
  public String toString() {
    return "The follow-up of %s for %s".formatted(owner.name, contact.name);
  }
}
