package dev.rapport.notification.channel;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of an invitation on a channel. */
public sealed interface Outcome {

  /**
   * It is there.
   *
   * @param code HTTP's
   */
  record Taken(int code) implements Outcome {}

  /**
   * It will never go by this channel.
   *
   * @param code HTTP's, if a server said so
   * @param why for the log; names nobody
   */
  record Refused(@Nullable Integer code, String why) implements Outcome {}

  /**
   * It is not there, and may be tried again.
   *
   * @param code HTTP's, if a server said so
   * @param notBefore in machine time, if the server or a limit named a moment
   */
  record Later(@Nullable Integer code, @Nullable Instant notBefore) implements Outcome {}

  /**
   * Nobody was asked, because of what others met there.
   *
   * @param rest how long nobody is, in machine time
   */
  record Untried(Duration rest) implements Outcome {}

  /** It was sent, and nobody said whether it is there. */
  record Silence() implements Outcome {}
}
