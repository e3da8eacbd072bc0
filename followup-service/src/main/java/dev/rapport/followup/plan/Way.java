package dev.rapport.followup.plan;

/** How the contact is reached. */
public enum Way implements Word {
  /** A line in the day's mail. */
  MAIL,
  /** An invitation of its own in a network that the two use. */
  SOCIAL
}
