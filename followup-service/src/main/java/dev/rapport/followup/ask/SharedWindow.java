package dev.rapport.followup.ask;

import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.plan.Planning;
import dev.rapport.followup.plan.Window;
import dev.rapport.followup.plan.World;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The window of one mail that speaks of several events: inside each item's own.
 *
 * @param fitting those whose own window it lies in
 * @param others those that need another day
 */
public record SharedWindow(Window window, List<FollowUp> fitting, List<FollowUp> others) {

  /** Shares the windows of follow-ups of one recipient and day, as far as they overlap. */
  public static SharedWindow of(List<FollowUp> followUps, LocalDate slot, World world) {
    Window shared = null;
    var fitting = new ArrayList<FollowUp>();
    var others = new ArrayList<FollowUp>();
    for (var followUp : followUps) {
      var both = overlap(shared, Planning.window(followUp, slot, world));
      if (both == null) {
        others.add(followUp);
      } else {
        shared = both;
        fitting.add(followUp);
      }
    }
    return new SharedWindow(shared == null ? over(slot) : shared, fitting, others);
  }

  private static @Nullable Window overlap(@Nullable Window one, Window other) {
    var from = one == null || one.from().isBefore(other.from()) ? other.from() : one.from();
    var to = one == null || one.to().isAfter(other.to()) ? other.to() : one.to();
    return from.isBefore(to) ? new Window(from, to) : null;
  }

  /** A window that nothing fits in any more: what is asked again after its day is answered late. */
  private static Window over(LocalDate slot) {
    Instant start = slot.atStartOfDay(ZoneOffset.UTC).toInstant();
    return new Window(start, start.plusSeconds(1));
  }
}
