package dev.rapport.followup.change;

import dev.rapport.followup.plan.State.Outcome;
import dev.rapport.followup.plan.State.Settled;
import dev.rapport.followup.store.FollowUps.Changed;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what this instance has settled. */
public final class Figures {

  private final MeterRegistry meters;

  /** Takes where to count. */
  public Figures(MeterRegistry meters) {
    this.meters = meters;
    for (var outcome : Outcome.values()) {
      settled(outcome, 0);
    }
    meters.counter("rapport.followups.late").increment(0);
  }

  void changed(Changed changed) {
    for (var change : changed.changes()) {
      var before = change.before();
      if (change.after().state() instanceof Settled settled
          && (before == null || !(before.state() instanceof Settled))) {
        settled(settled.outcome(), 1);
        if (!settled.onTime()) {
          meters.counter("rapport.followups.late").increment();
        }
      }
    }
  }

  private void settled(Outcome outcome, int by) {
    meters.counter("rapport.followups.settled", "outcome", outcome.word()).increment(by);
  }
}
