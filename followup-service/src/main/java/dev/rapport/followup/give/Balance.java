package dev.rapport.followup.give;

import java.util.Collections;
import java.util.List;

/**
 * What an owner was in touch with a contact for, counted over the latest interactions.
 *
 * @param asksInARow how many of the very last ones were asks
 */
public record Balance(int greet, int give, int ask, int asksInARow) {

  /** Of somebody who was never in touch. */
  public static final Balance NONE = new Balance(0, 0, 0, 0);

  /** Counts purposes, the oldest first. */
  public static Balance of(List<Purpose> purposes) {
    var lastOther =
        Math.max(purposes.lastIndexOf(Purpose.GREET), purposes.lastIndexOf(Purpose.GIVE));
    return new Balance(
        Collections.frequency(purposes, Purpose.GREET),
        Collections.frequency(purposes, Purpose.GIVE),
        Collections.frequency(purposes, Purpose.ASK),
        purposes.size() - 1 - lastOther);
  }

  /** Whether the next ask would be the third in a row. */
  public boolean isAskedEnough() {
    return asksInARow >= 2;
  }
}
