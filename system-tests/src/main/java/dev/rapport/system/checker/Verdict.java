package dev.rapport.system.checker;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the checker found.
 *
 * @param expected follow-ups that must exist: twice the meetings that count at the end
 * @param checked how often each rule of manners applied; every rule is there
 * @param violated how often each was broken; each time is an objection too
 */
public record Verdict(
    long expected,
    List<Objection> objections,
    Map<Manner, Long> checked,
    Map<Manner, Long> violated,
    OneSided oneSided) {

  /**
   * What went out by itself though only its owner says that they met.
   *
   * @param most for one sender on one UTC day
   * @param stopped days on which a sender reached what everybody may from the start
   */
  public record OneSided(long most, long stopped) {}

  public Verdict {
    objections = List.copyOf(objections);
    checked = sorted(checked);
    violated = sorted(violated);
  }

  /** How many objections are of one kind. */
  public long count(Class<? extends Objection> kind) {
    return objections.stream().filter(kind::isInstance).count();
  }

  private static Map<Manner, Long> sorted(Map<Manner, Long> counts) {
    Map<Manner, Long> sorted = new EnumMap<>(Manner.class);
    sorted.putAll(counts);
    return Collections.unmodifiableMap(sorted);
  }
}
