package dev.rapport.system.ledger;

/** What a person can say yes to. */
public enum Purpose {
  WRITE_IN_MY_NAME("writeInMyName"),
  RECEIVE_INVITATIONS("receiveInvitations");

  private final String word;

  Purpose(String word) {
    this.word = word;
  }

  /** As the API spells it. */
  public String word() {
    return word;
  }
}
