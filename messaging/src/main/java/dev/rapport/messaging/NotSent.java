package dev.rapport.messaging;

/** At least one message was not acknowledged by the broker; repeating all of them is harmless. */
public final class NotSent extends RuntimeException {

  private static final long serialVersionUID = 1;

  NotSent(int failed, int all, Throwable first) {
    super(
        "%d of %d messages were not acknowledged by the broker (%s); they are to be sent again"
            .formatted(failed, all, first.getClass().getSimpleName()),
        first);
  }
}
