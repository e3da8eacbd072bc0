package dev.rapport.pages;

import dev.rapport.access.ActionTokens.Refused;
import dev.rapport.messaging.MachineClock;
import org.jspecify.annotations.Nullable;

/** Reads sessions with the keys that are published. */
final class Sessions {

  private final PublishedKeys keys;
  private final MachineClock clock;

  Sessions(PublishedKeys keys, MachineClock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** Returns whose session it is; null when it opens nothing. */
  @Nullable Visitor read(String text) {
    try {
      return SessionTokens.read(text, keys.known(), clock.now());
    } catch (Refused e) {
      return e.expired() ? null : readWithNewKeys(text);
    }
  }

  private @Nullable Visitor readWithNewKeys(String text) {
    try {
      return SessionTokens.read(text, keys.renewed(), clock.now());
    } catch (Refused e) {
      return null;
    }
  }
}
