package dev.rapport.local.process;

import org.jspecify.annotations.Nullable;

/**
 * Something the local stack needs is missing or has died; the message is one sentence to act on.
 */
public sealed class LocalFailure extends RuntimeException permits SetupFailure {
  private static final long serialVersionUID = 1;

  public LocalFailure(String message) {
    super(message);
  }

  public LocalFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
