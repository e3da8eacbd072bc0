package dev.rapport.system.checker;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects what is objected to, and how often each rule of manners was looked at. */
final class Findings {

  private final List<Objection> objections = new ArrayList<>();
  private final Map<Manner, Long> checked = new EnumMap<>(Manner.class);
  private final Map<Manner, Long> violated = new EnumMap<>(Manner.class);

  private Verdict.OneSided oneSided = new Verdict.OneSided(0, 0);

  Findings() {
    for (Manner manner : Manner.values()) {
      checked.put(manner, 0L);
    }
  }

  /** Something must not be. */
  void object(Objection objection) {
    objections.add(objection);
  }

  /** A rule of manners applied once. */
  void checked(Manner manner) {
    checked(manner, 1);
  }

  void checked(Manner manner, long times) {
    checked.merge(manner, times, Long::sum);
  }

  /** A rule of manners was broken, which is objected to as well. */
  void violated(Manner manner, Objection objection) {
    violated.merge(manner, 1L, Long::sum);
    object(objection);
  }

  /** What went out by itself for those who alone say that they met. */
  void oneSided(long most, long stopped) {
    oneSided = new Verdict.OneSided(most, stopped);
  }

  Verdict verdict(long expected) {
    return new Verdict(expected, objections, checked, violated, oneSided);
  }
}
