package dev.rapport.system.checker;

import java.util.List;

/**
 * What the checker found.
 *
 * @param expected follow-ups that must exist: twice the meetings that count at the end
 */
public record Verdict(long expected, List<Objection> objections) {

  public Verdict {
    objections = List.copyOf(objections);
  }

  /** How many objections are of one kind. */
  public long count(Class<? extends Objection> kind) {
    return objections.stream().filter(kind::isInstance).count();
  }
}
