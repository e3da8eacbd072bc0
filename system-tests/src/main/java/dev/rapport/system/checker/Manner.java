package dev.rapport.system.checker;

/** A rule of good manners, counted from outside: how often it applied, how often it was broken. */
public enum Manner {
  /** At most one mail of a purpose for a person and UTC day. */
  ONE_MAIL_A_DAY("oneMailADay"),
  /** Mails arrive in the recipient's waking hours. */
  WAKING_HOURS("wakingHours"),
  /** Nothing goes out without the yes of those whom it needs. */
  CONSENT("consent"),
  /** A yes that was taken back, and a wish for no more mails, hold within ten seconds. */
  TAKEN_BACK("takenBack"),
  /** Nothing goes out after a block, "we didn't meet", an answer, or an undone scan. */
  ENDED("ended"),
  /** Nothing goes to, or in the name of, somebody who was erased. */
  ERASED("erased"),
  /** Nobody is invited twice by one owner at one event. */
  NO_REMINDER("noReminder"),
  /** A mail in somebody's name: they reported the meeting, or sent it by hand. */
  IN_THEIR_NAME("inTheirName"),
  /** What goes out by itself for those who alone say that they met stays within an allowance. */
  ALLOWANCE("allowance"),
  /** Exhibitors have no automatic mode: whoever hears of them was written to by hand. */
  EXHIBITORS_BY_HAND("exhibitorsByHand"),
  /** Nothing arrives later than ten seconds after the organiser held the event's sending. */
  HELD("held"),
  /** No mail and no page shows an address or a note of somebody who did not share it. */
  NOTHING_REVEALED("nothingRevealed"),
  /** Of those suggested to a connector for a day at most half are on the edge of the group. */
  NOBODY_LABELLED("nobodyLabelled");

  private final String word;

  Manner(String word) {
    this.word = word;
  }

  /** As the report spells it. */
  public String word() {
    return word;
  }
}
