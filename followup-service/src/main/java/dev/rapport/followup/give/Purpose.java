package dev.rapport.followup.give;

import dev.rapport.followup.plan.Word;

/** What somebody was in touch for. */
public enum Purpose implements Word {
  /** To say hello. */
  GREET,
  /** To give something: help, thanks, an introduction. */
  GIVE,
  /** To ask for something. */
  ASK
}
