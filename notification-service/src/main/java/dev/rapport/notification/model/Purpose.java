package dev.rapport.notification.model;

import java.util.Locale;

/** What a notification is for. A person gets at most one mail of each a day. */
public enum Purpose {
  /** To the contact, in the owner's name. */
  INVITE,
  /** To the owner: who is open. */
  LIST,
  /** To the contact, in the owner's name, by a social channel: no mail. */
  CONNECT,
  /** To an attendee, before an event: how do you want to be followed up? */
  WELCOME;

  /** Returns the word that messages, documents and links use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it goes by mail. */
  public boolean isMail() {
    return this != CONNECT;
  }

  /** Whoever wants no more invitations by mail wants none by other ways either. */
  public Purpose stoppedBy() {
    return this == CONNECT ? INVITE : this;
  }

  /**
   * Returns the purpose that a word stands for.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Purpose of(String word) {
    for (var purpose : values()) {
      if (purpose.word().equals(word)) {
        return purpose;
      }
    }
    throw new IllegalArgumentException("There is no purpose of this name");
  }
}
