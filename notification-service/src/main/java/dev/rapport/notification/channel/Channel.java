package dev.rapport.notification.channel;

import java.util.function.Supplier;

/**
 * A way by which a social invitation can go. E-mail is none of them; LinkedIn and XING have no
 * operation that sends an invitation, and are links on the owner's list.
 */
public sealed interface Channel permits PlatformWebhook, Mastodon {

  /** Returns the word that messages, documents and wishes use. */
  String word();

  /**
   * Whether it can tell if an invitation has arrived. Such a one is asked before each attempt, and
   * so carries an invitation exactly once; any other may be told again what it may know already.
   */
  boolean canBeAsked();

  /** Whether both sides have what it needs. */
  boolean isPossible(Invitation invitation);

  /** Asks what can be asked without doing anything. */
  Turn ask(Invitation invitation);

  /** What the channel says before anything is done. */
  sealed interface Turn {

    /** Nothing is to be sent. */
    record Over(Outcome outcome) implements Turn {}

    /** It has not arrived yet; this sends it. */
    record Free(Supplier<Outcome> send) implements Turn {}
  }
}
