package dev.rapport.system;

import dev.rapport.system.checker.Objection;
import java.util.List;

/**
 * What a conference came to.
 *
 * @param report the figures, counted from outside
 * @param objections everything the checker has against the services; empty when all is well
 */
public record Outcome(Report report, List<Objection> objections) {

  public Outcome {
    objections = List.copyOf(objections);
  }

  /** 0 only when nothing is lost, doubled or open, and nothing else was objected to. */
  public int exitCode() {
    return objections.isEmpty() && report.complete() ? 0 : 1;
  }
}
