package dev.rapport.followup.decide;

/**
 * A button of the form that all follow-ups of a page share.
 *
 * @param value what it does and about which follow-up, in one: lines of others go along
 * @param chosen whether a link chose it, still to be confirmed
 */
public record Tap(String value, String label, boolean chosen) {

  /** A button about one follow-up, or about {@link Tapped#ALL}. */
  public static Tap of(String act, String item, String label) {
    return new Tap(act + " " + item, label, false);
  }

  /** The same, chosen or not. */
  public Tap chosen(boolean isChosen) {
    return new Tap(value, label, isChosen);
  }
}
