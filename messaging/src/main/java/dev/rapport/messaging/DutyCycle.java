package dev.rapport.messaging;

import java.time.Duration;
import java.time.Instant;

/**
 * Keeps repeated work under 5 % of a core: each round is followed by a rest of twenty times its
 * cost. One slow round is a cold start or a busy machine, not the work's cost, so a dearer round is
 * believed by doubling only. For one thread.
 */
public final class DutyCycle {

  private static final int REST = 20;
  private static final Duration LEAST = Duration.ofMillis(25);

  private final MachineClock clock;
  private Duration cost = LEAST;
  private Instant notBefore = Instant.MIN;

  /** Takes the clock that rounds are timed by. */
  public DutyCycle(MachineClock clock) {
    this.clock = clock;
  }

  /** Whether the rest after the last round is over. */
  public boolean isRested() {
    return !clock.now().isBefore(notBefore);
  }

  /** Tells that a round which began then has just ended. */
  public void worked(Instant began) {
    var now = clock.now();
    var took = Duration.between(began, now);
    var twice = cost.multipliedBy(2);
    var believed = took.compareTo(twice) < 0 ? took : twice;
    cost = believed.compareTo(LEAST) < 0 ? LEAST : believed;
    notBefore = now.plus(cost.multipliedBy(REST));
  }
}
