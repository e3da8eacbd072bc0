package dev.rapport.system.player;

import dev.rapport.system.ledger.Purpose;
import java.time.Duration;

/** Something that happens at the conference; times count from the first day's midnight. */
sealed interface Step {

  /** When it is done, by the wall clock of the event. */
  Duration due();

  /** A person is made known, with the badge if that is known by then. */
  record Arrive(Duration due, Attendee attendee) implements Step {}

  /** A badge is handed out; a second one is a reprint, after which the first is history. */
  record Badge(Duration due, Attendee attendee, String code) implements Step {}

  /**
   * Somebody scans somebody.
   *
   * @param due when the report is uploaded; later than {@code at} for scans kept offline
   * @param at when they met
   * @param target a badge code, or an external id
   * @param twice whether the upload is repeated with the same key
   */
  record Scan(
      Duration due,
      Duration at,
      String key,
      String reporter,
      Target by,
      String target,
      boolean virtual,
      boolean twice)
      implements Step {

    /** What the scan names. */
    enum Target {
      CONTACT,
      BADGE
    }

    Scan of(Target other, String named) {
      return new Scan(due, at, key, reporter, other, named, virtual, twice);
    }

    boolean offline() {
      return !due.equals(at);
    }
  }

  /** A scan was a mistake. */
  record Undo(Duration due, String key) implements Step {}

  /** A person writes a private note about somebody they met; its mark is in no other. */
  record Note(Duration due, String person, String contact, String mark) implements Step {}

  /** A person was in touch with a contact. */
  record Log(Duration due, String key, String person, String contact, String kind, String purpose)
      implements Step {}

  /** A person wants to be in touch with a contact every so many days. */
  record Keep(Duration due, String person, String contact, int days) implements Step {}

  /** A person looks what is due. */
  record LookDue(Duration due, String person) implements Step {}

  /** A connector looks whom they could bring together, and perhaps does so. */
  record Connect(Duration due, String person, boolean acts) implements Step {}

  /** Sensors saw two people near each other. */
  record Near(Duration due, String one, String other, Duration from, Duration to) implements Step {}

  /** A person looks whom sensors saw near them, and says whether they met. */
  record Recall(Duration due, String person) implements Step {}

  /** The organiser holds the sending of the event, or lets it go on. */
  record Hold(Duration due, boolean held) implements Step {}

  /** A person looks at all of their own pages, and takes their contacts home. */
  record Browse(Duration due, String person) implements Step {}

  /** A person takes a yes back. */
  record Withdraw(Duration due, String person, Purpose purpose) implements Step {}

  /** A person has a new address. */
  record Move(Duration due, Attendee attendee) implements Step {}

  /** A person wants to be forgotten. */
  record Erase(Duration due, String person) implements Step {}
}
