package dev.rapport.system.checker;

/** What the checker has against the services: one thing that must not be. */
public sealed interface Objection {

  /** Says what is wrong, for a person. */
  String sentence();

  /** A follow-up that must exist does not, or is said to be sent and no mail shows it. */
  record Lost(String sentence) implements Objection {}

  /** Somebody got the same thing twice, or a follow-up exists twice. */
  record Doubled(String sentence) implements Objection {}

  /** A mail went out for which somebody's yes was never given. */
  record WithoutConsent(String sentence) implements Objection {}

  /**
   * A mail went out more than ten seconds after a yes was taken back, its reader had unsubscribed,
   * or what it is about had ended.
   */
  record AfterWithdrawal(String sentence) implements Objection {}

  /** A mail to, or in the name of, somebody who had been erased. */
  record AfterErasure(String sentence) implements Objection {}

  /**
   * A mail reached somebody whom its items do not concern, or an address that is theirs no more.
   */
  record WrongPerson(String sentence) implements Objection {}

  /** A mail in the name of somebody who neither reported the meeting nor sent it by hand. */
  record UnwillingOwner(String sentence) implements Objection {}

  /** A mail or a page shows an address or a note of somebody who had not shared it. */
  record Revealed(String sentence) implements Objection {}

  /** More than half of those suggested to a connector for a day were on the edge. */
  record Labelled(String sentence) implements Objection {}

  /** More went out by itself for a sender on a day than the allowance lets. */
  record AllowanceExceeded(String sentence) implements Objection {}

  /** An invite whose date lies after the follow-up's deadline. */
  record AfterDeadline(String sentence) implements Objection {}

  /** A mail whose date lies outside the recipient's waking hours, or that lay long on the way. */
  record OutsideWindow(String sentence) implements Objection {}

  /** Missed, though automatic all along and no outage outlasted the week. */
  record MissedThoughAutomatic(String sentence) implements Objection {}

  /** An outcome or an answer that the ledger makes impossible. */
  record ImpossibleOutcome(String sentence) implements Objection {}

  /** A follow-up that is still open, though the event is closed. */
  record OpenThoughClosed(String sentence) implements Objection {}

  /** The event has not closed. */
  record NotClosed(String sentence) implements Objection {}

  /** A follow-up of two who never met, or that counts though their meeting does not. */
  record Unfounded(String sentence) implements Objection {}

  /** The event's figures differ from those of the ledger. */
  record Miscounted(String sentence) implements Objection {}

  /** A call that was never answered, so that the ledger cannot tell what holds. */
  record Unanswered(String sentence) implements Objection {}

  /** A call that a platform may make, and that was refused. */
  record Refused(String sentence) implements Objection {}
}
