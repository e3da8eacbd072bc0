package dev.rapport.followup.answer;

/** What an owner can do about their follow-up. */
public enum Act {
  /** They followed up in their own way. */
  DONE,
  /** We are to write in their name. */
  SEND,
  /** They decide not to. */
  WAIVE,
  /** They never met. */
  NOT_MET,
  /** They want nothing to do with the contact, ever. */
  BLOCK
}
