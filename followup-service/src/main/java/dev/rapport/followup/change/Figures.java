package dev.rapport.followup.change;

import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.plan.State.Outcome;
import dev.rapport.followup.plan.State.Settled;
import dev.rapport.followup.store.FollowUpDocument;
import dev.rapport.followup.store.FollowUps.Changed;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts what this instance has settled, and of that what was late, by where it stood until then:
 * what was left with its owner is no fault of the machines.
 */
public final class Figures {

  private static final List<String> LEFT_IN =
      List.of("new", "waiting", "scheduled", "withOwner", "due");

  private final MeterRegistry meters;

  /** Takes where to count. */
  public Figures(MeterRegistry meters) {
    this.meters = meters;
    for (var outcome : Outcome.values()) {
      settled(outcome, 0);
    }
    LEFT_IN.forEach(this::late);
  }

  void changed(Changed changed) {
    for (var change : changed.changes()) {
      var before = change.before();
      if (change.after().state() instanceof Settled settled
          && (before == null || !(before.state() instanceof Settled))) {
        settled(settled.outcome(), 1);
        if (!settled.onTime()) {
          late(leftIn(before)).increment();
        }
      }
    }
  }

  private static String leftIn(@Nullable FollowUp before) {
    return before == null ? "new" : FollowUpDocument.name(before.state());
  }

  private Counter late(String state) {
    return meters.counter("rapport.followups.late", "state", state);
  }

  private void settled(Outcome outcome, int by) {
    meters.counter("rapport.followups.settled", "outcome", outcome.word()).increment(by);
  }
}
