package dev.rapport.system.ledger;

/** What a person can say yes to; the first two for an event, the others for all. */
public enum Purpose {
  WRITE_IN_MY_NAME("writeInMyName"),
  RECEIVE_INVITATIONS("receiveInvitations"),
  /** Those who know them may be told that they attend. */
  BE_NAMED("beNamed"),
  BE_INTRODUCED("beIntroduced"),
  /** They like to introduce others: a connector. */
  INTRODUCE_OTHERS("introduceOthers"),
  /** Badge sensors may note whom they are near. */
  BE_SENSED("beSensed"),
  /** Those whom they are connected with may see it; the two below likewise. */
  SHARE_EMAIL("shareEmail"),
  SHARE_PHONE("sharePhone"),
  SHARE_PROFILES("shareProfiles"),
  /** Reminders all year. */
  NURTURE("nurture");

  private final String word;

  Purpose(String word) {
    this.word = word;
  }

  /** As the API spells it. */
  public String word() {
    return word;
  }
}
