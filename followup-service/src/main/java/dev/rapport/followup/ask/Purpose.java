package dev.rapport.followup.ask;

import dev.rapport.followup.plan.Word;

/** What a notification is for; with the recipient and the UTC day it makes a slot. */
public enum Purpose implements Word {
  /** To the contact, in the owner's name. */
  INVITE,
  /** To the owner, about who is still open. */
  LIST,
  /** To an attendee, before an event: how do you want to be followed up? */
  WELCOME
}
