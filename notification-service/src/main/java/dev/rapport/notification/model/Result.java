package dev.rapport.notification.model;

/** How an item ended. */
public enum Result {
  /** The server took the mail: 2xx after the final dot. */
  DELIVERED("delivered"),
  /** The server, or a check of the address, refused it for good. */
  REFUSED("refused"),
  /** The recipient or the owner does not want it, or is gone. */
  SUPPRESSED("suppressed"),
  /** Taken back before the wire. */
  CANCELLED("cancelled"),
  /** The window closed, or the notification was already claimed when the item came. */
  LATE("late"),
  /** Sent up to four times, and no server ever said whether it took it. */
  IN_DOUBT("inDoubt"),
  /** The sending mode keeps it back. */
  WITHHELD("withheld");

  private final String word;

  Result(String word) {
    this.word = word;
  }

  /** Returns the word that messages and documents use. */
  public String word() {
    return word;
  }

  /**
   * Returns the result that a word stands for.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Result of(String word) {
    for (var result : values()) {
      if (result.word.equals(word)) {
        return result;
      }
    }
    throw new IllegalArgumentException("There is no result of this name");
  }
}
