package dev.rapport.system.advice;

/** One piece of advice that can be counted. */
interface Piece {

  /** As the report spells it. */
  String word();

  /** As a networker would say it, in a few words. */
  String advice();

  /** What the conference made of it. */
  Figures figures(Ground ground);
}
