package dev.rapport.followup.plan;

/** What notification-service says became of one item. */
public enum Result implements Word {
  DELIVERED,
  REFUSED,
  SUPPRESSED,
  CANCELLED,
  LATE,
  IN_DOUBT,
  WITHHELD;

  /** Whether the mail went out, as far as anyone can know. */
  boolean wentOut() {
    return this == DELIVERED || this == IN_DOUBT;
  }

  /** Whether a later day would end the same way. */
  boolean isFailure() {
    return this == REFUSED || this == SUPPRESSED || this == WITHHELD;
  }
}
