package dev.rapport.system.ledger;

/** What a person does with one follow-up, on the page behind a mail's link or by the API. */
public enum Act {
  ACCEPT("accept"),
  DECLINE("decline"),
  NOT_MET("not-met"),
  BLOCK("block"),
  /** A block that tells the platform, too. */
  REPORT("report"),
  DONE("done"),
  SEND("send"),
  WAIVE("waive");

  private final String word;

  Act(String word) {
    this.word = word;
  }

  /** As forms and paths spell it. */
  public String word() {
    return word;
  }
}
