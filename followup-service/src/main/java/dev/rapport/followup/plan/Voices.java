package dev.rapport.followup.plan;

/**
 * What each of the two said about the meeting. Neither is ever shown that the other has blocked
 * them, or says that they did not meet.
 *
 * @param abuse whether the contact has reported the owner
 * @param news whether the contact accepted, and the owner is still to be told
 */
public record Voices(Answer owner, Answer contact, boolean abuse, boolean news) {

  /** Nobody has reported anybody. */
  public Voices(Answer owner, Answer contact) {
    this(owner, contact, false, false);
  }

  /** Neither has said anything yet. */
  public static final Voices NONE = new Voices(Answer.NONE, Answer.NONE);

  /** Whose voice it is. */
  public enum Side {
    OWNER,
    CONTACT
  }

  /** Returns what one of them said. */
  public Answer of(Side side) {
    return side == Side.OWNER ? owner : contact;
  }

  /** Whether one of them wants nothing to do with the other. */
  boolean blocks(Side side) {
    return of(side).isBlock();
  }

  /** Returns what the owner may know of. */
  public Answer shownToOwner() {
    return contact.kind().endsBoth() ? owner : last();
  }

  /** Returns the word that counts for both: a block, then "we didn't meet", else the latest. */
  Answer last() {
    if (owner.isBlock() != contact.isBlock()) {
      return owner.isBlock() ? owner : contact;
    }
    if (owner.kind().endsBoth() != contact.kind().endsBoth()) {
      return owner.kind().endsBoth() ? owner : contact;
    }
    return owner.isAfter(contact) ? owner : contact;
  }

  Voices with(Side side, Answer answer) {
    return side == Side.OWNER
        ? new Voices(answer, contact, abuse, news && !answer.kind().endsBoth())
        : new Voices(owner, answer, abuse, answer.kind() == Answer.Kind.ACCEPTED);
  }

  Voices withAbuse() {
    return new Voices(owner, contact, true, news);
  }

  /** What is left when one of the two is erased: others are still to be spared a reported owner. */
  Voices stub() {
    return new Voices(Answer.NONE, Answer.NONE, abuse, false);
  }

  Voices told() {
    return new Voices(owner, contact, abuse, false);
  }
}
