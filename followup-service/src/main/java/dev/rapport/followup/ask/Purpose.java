package dev.rapport.followup.ask;

import dev.rapport.followup.plan.Way;
import dev.rapport.followup.plan.Word;

/** What a notification is for; with the recipient and the UTC day it makes a slot. */
public enum Purpose implements Word {
  /** To the contact, in the owner's name. */
  INVITE,
  /** To the owner, about who is still open. */
  LIST,
  /** To the contact, in the owner's name, by another network than mail. */
  CONNECT,
  /** To an attendee, before an event: how do you want to be followed up? */
  WELCOME;

  /** Returns what a way to the contact is for. */
  static Purpose of(Way way) {
    return way == Way.MAIL ? INVITE : CONNECT;
  }
}
