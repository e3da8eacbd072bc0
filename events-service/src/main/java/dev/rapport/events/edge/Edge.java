package dev.rapport.events.edge;

import java.util.Arrays;

/**
 * Who of an event's attendees is on the edge of the group. Measured against the event itself, not
 * against a number that somebody thought of: thirty people are few at a congress of scans, and many
 * at a workshop.
 *
 * <p>On the edge is, from one busy hour after they came, who has met fewer people than half the
 * event's median, or fewer than the median and nobody for {@value #LONG} busy hours. In the group
 * is who has met as many as the median; between the two lies a margin in which nobody is either, so
 * that a few meetings more or less do not turn one into the other.
 */
public final class Edge {

  /** Busy hours without meeting anyone after which somebody is alone for long. */
  static final int LONG = 3;

  private final int[] met;
  private final int median;
  private final boolean[] fewMet;
  private final boolean[] alone;

  private Edge(int[] met, int median, boolean[] fewMet, boolean[] alone) {
    this.met = met;
    this.median = median;
    this.fewMet = fewMet;
    this.alone = alone;
  }

  /**
   * Computes the edge; all arrays have an entry for each attendee.
   *
   * @param met how many people they met
   * @param idle busy hours since they last met somebody, or came
   * @param here busy hours since they came
   */
  static Edge of(int[] met, int[] idle, int[] here) {
    var median = median(met);
    var fewMet = new boolean[met.length];
    var alone = new boolean[met.length];
    var anybodyMet = Arrays.stream(met).anyMatch(count -> count > 0);
    for (var i = 0; i < met.length; i++) {
      if (anybodyMet && here[i] > 0) {
        fewMet[i] = met[i] == 0 || 2 * met[i] < median;
        alone[i] = !fewMet[i] && met[i] < median && idle[i] >= LONG;
      }
    }
    return new Edge(met, median, fewMet, alone);
  }

  /** The lower median; by counting, because there are many people and few numbers. */
  private static int median(int[] met) {
    if (met.length == 0) {
      return 0;
    }
    var people = new int[Arrays.stream(met).max().orElse(0) + 1];
    for (var count : met) {
      people[count]++;
    }
    var below = 0;
    for (var count = 0; ; count++) {
      below += people[count];
      if (2 * below >= met.length) {
        return count;
      }
    }
  }

  /** Whether this attendee is on the edge. */
  public boolean has(int attendee) {
    return fewMet[attendee] || alone[attendee];
  }

  /** Whether this attendee is well within the group. */
  public boolean isInTheGroup(int attendee) {
    return met[attendee] > 0 && met[attendee] >= median && !has(attendee);
  }

  /** How many people an attendee met: half of them met as many or fewer. */
  public int median() {
    return median;
  }

  long metNobody() {
    return Arrays.stream(met).filter(count -> count == 0).count();
  }

  long fewMet() {
    return count(fewMet);
  }

  long alone() {
    return count(alone);
  }

  private static long count(boolean[] marks) {
    var count = 0L;
    for (var mark : marks) {
      count += mark ? 1 : 0;
    }
    return count;
  }
}
