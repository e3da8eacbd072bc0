package dev.rapport.events.introduction;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What has been suggested at an event: how often today, and which two ever. For one thread. */
final class Made {

  /** At most so many for a connector, and so many in which one person appears, a day. */
  static final int A_DAY = 3;

  private final Map<Integer, Integer> byConnector = new HashMap<>();
  private final Map<Integer, Integer> appearances = new HashMap<>();
  private final Set<Long> pairs = new HashSet<>();
  private final Set<Integer> resting = new HashSet<>();

  void today(int connector, int one, int other) {
    byConnector.merge(connector, 1, Integer::sum);
    appearances.merge(one, 1, Integer::sum);
    appearances.merge(other, 1, Integer::sum);
    everBefore(one, other);
  }

  void everBefore(int one, int other) {
    pairs.add(key(one, other));
  }

  /** This connector has had a suggestion a moment ago, and gets the next one later. */
  void rests(int connector) {
    resting.add(connector);
  }

  int madeBy(int connector) {
    return byConnector.getOrDefault(connector, 0);
  }

  boolean mayMake(int connector) {
    return madeBy(connector) < A_DAY && !resting.contains(connector);
  }

  boolean mayAppear(int person) {
    return appearances.getOrDefault(person, 0) < A_DAY;
  }

  boolean isMade(int one, int other) {
    return pairs.contains(key(one, other));
  }

  private static long key(int one, int other) {
    return (long) Math.min(one, other) << 32 | Math.max(one, other);
  }
}
